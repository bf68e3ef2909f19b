/** Fetches a file of the look-up data. */
export async function fetchFile<File>(address: string | URL): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return (await response.json()) as File;
}

/** Fetches a file that lies beside a product's look-up file. */
export const fetchBeside = <File>(lookup: string, name: string): Promise<File> =>
  fetchFile<File>(new URL(`${name}.json`, new URL(lookup, location.href)));

/** Runs `load` once for however many ask; after a failure the next one tries again. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load();
    loaded.catch(() => (loaded = undefined));
    return loaded;
  };
}
