/* Compiles the sources below a folder with the Python that will run them, and leaves the code alone:
 * a browser would compile 300 modules at every first start. */
import { loadPyodide } from "./pyodide.mjs";

const [folder] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.mkdirTree("/here");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/here");
python.runPython(`
import compileall, pathlib
if not compileall.compile_dir("/here", stripdir="/here", legacy=True, quiet=1):
    raise SystemExit("a source does not compile")
for source in pathlib.Path("/here").rglob("*.py"):
    source.unlink()
`);
process.exit(0);
