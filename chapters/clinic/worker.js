// The doctor itself: Python, compiled for browsers, in a thread of its own.
// In:  {load: {folder}} once, then {id, name, content} for each examination.
// Out: {loaded: bytes} while files arrive, {ready: true}, {id, report} with the doctor's JSON, {broken: text}.

const counting = (fetch) => async (...request) => {
  const response = await fetch(...request);
  if (!response.ok) throw new Error(`${response.url} is missing (${response.status})`);
  let waiting = 0;
  const counted = response.body.pipeThrough(new TransformStream({
    transform(chunk, stream) {
      stream.enqueue(chunk);
      waiting += chunk.length;
      if (waiting > 100_000) postMessage({ loaded: waiting }), (waiting = 0);
    },
    flush: () => postMessage({ loaded: waiting }),
  }));
  return new Response(counted, { status: response.status, headers: response.headers });
};

async function load({ folder }) {
  self.fetch = counting(self.fetch.bind(self));
  const archive = fetch(`${folder}doctor.zip`).then((response) => response.arrayBuffer());
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  const python = await loadPyodide({ indexURL: folder });
  python.unpackArchive(await archive, "zip", { extractDir: "/doctor" });
  python.runPython("import sys; sys.path.insert(0, '/doctor')");
  return python.pyimport("autograder.doctor.clinic");
}

let clinic;

onmessage = async ({ data }) => {
  try {
    if (data.load) {
      clinic = load(data.load);
      await clinic;
      postMessage({ ready: true });
    } else {
      const report = (await clinic).examined(data.name, data.content);
      postMessage({ id: data.id, report });
    }
  } catch (error) {
    const mistake = error.type && `the doctor made a mistake (${error.type})`; // of Python's traceback, the kind is enough
    postMessage({ broken: mistake || String(error.message ?? error) });
  }
};
