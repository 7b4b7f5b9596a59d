/* Drops files on the page that checks files, in Firefox over WebDriver BiDi, and saves what it answers.
 * What to do comes as JSON on standard input, and what was seen goes to standard output. */
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { driver, firefox, address, files, folder, patience } = JSON.parse(fs.readFileSync(0));
const main = createRequire(path.join(driver, "package.json")).resolve("puppeteer-core");
const { default: puppeteer } = await import(pathToFileURL(main).href);

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: firefox,
  headless: true,
  extraPrefsFirefox: {
    "browser.download.folderList": 2,
    "browser.download.dir": folder,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
    "browser.download.alwaysOpenPanel": false,
  },
});
const seen = { problems: [], away: [], answers: {} };
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  page.on("pageerror", (error) => seen.problems.push(String(error)));
  page.on("request", (request) => {
    if (!/^(blob|data|file|about):/.test(request.url()) && !request.url().startsWith(new URL("/", address).href)) {
      seen.away.push(request.url());
    }
  });
  await page.goto(address);
  for (const file of files) {
    const field = await page.waitForSelector("#periksa-pilihan");
    // The page hears of the file in its own time; what it said of the one before must not answer.
    await page.$eval(".periksa-kabar", (one) => { one.textContent = ""; });
    await field.uploadFile(file);
    await page.waitForFunction(() => /^Selesai|galat dalam program/.test(document.querySelector("[role=status].periksa-kabar").textContent));
    seen.said = await page.$eval(".periksa-kabar", (one) => one.textContent);
    const button = await page.waitForSelector("::-p-text(Siapkan temuan sebagai JSON)");
    await button.click();
    const link = await page.waitForSelector(".periksa-ambil a[download]", { visible: true });
    const saved = path.join(folder, "temuan.json");
    fs.rmSync(saved, { force: true });
    await link.click();
    const late = Date.now() + patience;
    while (!fs.existsSync(saved) || !fs.statSync(saved).size || fs.existsSync(`${saved}.part`)) {
      if (Date.now() > late) throw new Error(`${file}: nothing was saved`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    seen.answers[file] = fs.readFileSync(saved, "utf8");
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(seen));
