import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Manifest } from '@wavebook/schema';
import { hashFile } from './hash.ts';

/** Reads and checks `manifest.json` of a stage folder; the only way a reader finds waves and files. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new Error(`${path}: not found; run the stage that makes it (npm run whitebook)`);
  }
  return Manifest.parse(JSON.parse(text));
}

/** The path of a listed file, after its hash was checked against the manifest. */
export async function listedFile(folder: string, manifest: Manifest, path: string): Promise<string> {
  const entry = manifest.files.find((file) => file.path === path);
  if (!entry) throw new Error(`${folder}/manifest.json: does not list ${path}`);
  const full = join(folder, path);
  if ((await hashFile(full)) !== entry.sha256)
    throw new Error(`${full}: differs from its manifest; run npm run whitebook -- --force`);
  return full;
}
