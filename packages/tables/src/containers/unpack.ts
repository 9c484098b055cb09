import { type ByteInput, nameOf, readPart, sizeOf } from '../byte-input.ts';
import { DataError } from '../data-error.ts';
import { headBytes } from '../encoding.ts';
import type { ContainerInfo } from '../file-info.ts';
import { type Content, recognise } from '../recognise.ts';
import { gunzip, gunzippedName } from './gunzip.ts';
import { megabytes, mostExpanded } from './limits.ts';
import { unzip } from './unzip.ts';
import { type ZipMember, zipMembers } from './zip-directory.ts';

/** The data file itself, taken out of what it was packed in. */
export interface Unpacked {
  readonly input: ByteInput;
  readonly content: Exclude<Content, 'gz' | 'zip'> | 'xlsx';
  readonly container?: ContainerInfo;
}

/**
 * Recognises a file by its content and, if it is a gzip or zip file, the one inside.
 *
 * @param wanted name of the file inside a zip that holds several.
 * @throws DataError for files that are not data, damaged, encrypted, nested or too large ones, and when it is not clear which file is meant.
 */
export async function unpack(input: ByteInput, wanted?: string): Promise<Unpacked> {
  const name = nameOf(input);
  const content = recognise(name, await readPart(input, 0, headBytes));
  if (content === 'gz') {
    const member = gunzippedName(name);
    checkWanted(name, [member], wanted);
    return inside(await gunzip(input), { kind: 'gz', member, members: [member] }, name);
  }
  if (content !== 'zip') {
    if (wanted !== undefined)
      throw new DataError(`${name}: is no zip file, so it holds no "${wanted}"; leave the member out`);
    return { input, content };
  }
  const size = await sizeOf(input);
  if (size > mostExpanded)
    throw new DataError(
      `${name}: zip files are read up to ${megabytes(mostExpanded)}, got ${megabytes(size)}; unpack it and give the file itself`,
    );
  const bytes = await readPart(input, 0, size);
  const members = zipMembers(name, bytes);
  if (members.some((member) => member.name === 'xl/workbook.xml'))
    return { input: { name, bytes }, content: 'xlsx' };
  if (
    members.some((member) => member.name === 'mimetype') &&
    members.some(({ name: of }) => of === 'content.xml')
  )
    throw new DataError(
      `${name}: expected a data file, got an OpenDocument file (.ods); save it as .xlsx or CSV`,
    );
  for (const member of members) checkName(name, member.name);
  const files = members.filter((member) => !isHidden(member.name));
  const chosen = choose(name, files, wanted);
  const container: ContainerInfo = {
    kind: 'zip',
    member: chosen.name,
    members: files.map((member) => member.name),
  };
  return inside(unzip(name, bytes, chosen), container, name);
}

/** The file inside, which may be a workbook but no other packed file. */
async function inside(bytes: Buffer, container: ContainerInfo, outer: string): Promise<Unpacked> {
  const name = `${outer}: ${container.member}`;
  if (bytes.length === 0) throw new DataError(`${name}: the file is empty (0 bytes)`);
  const input = { name, bytes };
  const content = recognise(name, bytes.subarray(0, headBytes));
  if (content === 'gz' || content === 'zip') {
    const unpacked = content === 'zip' ? await unpack(input) : undefined;
    if (unpacked?.content === 'xlsx') return { ...unpacked, container };
    throw new DataError(`${name}: a packed file inside a packed file; unpack the outer one`);
  }
  return { input, content, container };
}

/** A file in a folder of the zip is read like any other; a name that leads out of it is none that an honest program writes. */
function checkName(file: string, name: string): void {
  const leadsOut = /^[/\\]|^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..');
  if (leadsOut || name === '' || name.includes('\0'))
    throw new DataError(
      `${file}: expected names inside the zip, got "${name}", which leads out of it; pack the data file itself`,
    );
}

/** What operating systems add to zips. */
const isHidden = (name: string): boolean => name.startsWith('__MACOSX/') || /(^|[/\\])\.[^/\\]*$/.test(name);

const isData = (name: string): boolean => /\.(arrow|csv|dta|parquet|sav|tab|tsv|xlsx|zsav)$/i.test(name);

function choose(file: string, members: readonly ZipMember[], wanted: string | undefined): ZipMember {
  checkWanted(
    file,
    members.map(({ name }) => name),
    wanted,
  );
  if (wanted !== undefined) return members.find(({ name }) => name === wanted) as ZipMember;
  const likely = members.length === 1 ? members : members.filter(({ name }) => isData(name));
  if (likely.length === 1) return likely[0] as ZipMember;
  if (members.length === 0) throw new DataError(`${file}: the zip file is empty`);
  throw new DataError(
    `${file}: holds ${members.length} files, of which it is not clear which is meant; name one: ${listed(members.map(({ name }) => name))}; or unpack the one that is meant`,
  );
}

function checkWanted(file: string, names: readonly string[], wanted: string | undefined): void {
  if (wanted !== undefined && !names.includes(wanted))
    throw new DataError(`${file}: holds no file "${wanted}"; it holds ${listed(names)}`);
}

const shownNames = 8;

const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, shownNames)
    .map((name) => `"${name}"`)
    .join(', ')}${names.length > shownNames ? ', …' : ''}`;
