/* Compiles the sources below a folder with the Python that will run them, and leaves the code alone:
 * a browser would compile 300 modules at every first start. */
import { loadPyodide } from "./pyodide.mjs";

const [folder] = process.argv.slice(2);
// Columns of the code are for tracebacks that no reader of the page sees.
const python = await loadPyodide({ env: { HOME: "/", PYTHONNODEBUGRANGES: "1" } });
python.FS.mkdirTree("/here");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/here");
python.runPython(`
import compileall, pathlib
# Docstrings are a fifth of the code, and nothing in a browser reads them.
if not compileall.compile_dir("/here", stripdir="/here", legacy=True, quiet=1, optimize=2):
    raise SystemExit("a source does not compile")
for source in pathlib.Path("/here").rglob("*.py"):
    source.unlink()
`);
process.exit(0);
