/* Tells which modules a first answer imports: reads, validates and aligns the files named, verifies a
 * string, and prints the places of all modules that Python then holds, one a line. */
import fs from "node:fs";
import { loadPyodide } from "./pyodide.mjs";

const [library, ...files] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.mkdirTree("/iku");
python.FS.mount(python.FS.filesystems.NODEFS, { root: library }, "/iku");
python.FS.mkdirTree("/berkas");
const names = files.map((file, number) => {
  const name = `/berkas/${number}-${file.split("/").pop()}`;
  python.FS.writeFile(name, new Uint8Array(fs.readFileSync(file)));
  return name;
});
python.setStdout({ batched() {} });
python.setStderr({ batched() {} });
python.globals.set("names", python.toPy(names));
const places = python.runPython(`
import sys
sys.path.insert(0, "/iku")
from kesbang_iku.cli import main
for name in names:
    for language in "id", "en":
        main(["validate", name, "--format", "json", "--bahasa", language])
        if not name.endswith((".yaml", ".json")):
            main(["read", name, "--format", "json", "--sel", "--bahasa", language])
        main(["align", name, "--format", "json", "--bahasa", language])
main(["verify", "IKU1/x", "--format", "json"])
places = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
"\\n".join(sorted(places))
`);
process.stdout.write(places + "\n");
process.exit(0);
