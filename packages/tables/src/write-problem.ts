const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write in this folder',
  EDQUOT: 'the quota of the disk is used up',
  EISDIR: 'there is a folder of this name',
  ENOENT: 'there is no such folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'no permission to write in this folder',
  EROFS: 'the disk is read-only',
};

/** Why a file cannot be written, in words; undefined for errors of other kinds. */
export const writeProblem = (error: unknown): string | undefined =>
  reasons[(error as NodeJS.ErrnoException)?.code ?? ''];
