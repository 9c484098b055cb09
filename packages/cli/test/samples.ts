import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const FILE = '调查 2018 [终].csv';
const DATA = `省,点,w,性别,"收入/月",工时,备注:类,合同
甲,1,10,女,3000,40,a:b,有
甲,1,20,男,4000,50,a:b,无
甲,2,10,女,3500,45,c,有
甲,2,10,男,,45,c,
乙,1,30,女,2800,40,a:b,无
乙,1,10,男,5000,60,c,有
乙,2,20,,4200,44,c,有
乙,2,10,男,3900,48,a:b,无
`;
export const DESIGN = ['--weight', 'w', '--strata', '省', '--psu', '点'];

/** Fills a folder with the small files, whole and broken, that the tests of the command line use. */
export async function writeSamples(folder: string): Promise<void> {
  await writeFile(join(folder, FILE), DATA);
  await writeFile(join(folder, '制表.tsv'), DATA.replaceAll('"', '').replaceAll(',', '\t'));
  await writeFile(join(folder, 'blank.csv'), 'w,y,s\n1,2,a\n,3,a\n-1,x,\n');
  await writeFile(join(folder, 'comma.csv'), 'w;y\n1,25;2\n0,5;3\n1;4\n');
  await writeFile(join(folder, 'text.csv'), 'w,y,h,p\n1,2,a,1\n2,七,a,2\n2,八,b,3\n');
  await writeFile(
    join(folder, 'fpc.csv'),
    'w,y,h,p,N,f,z\n1,2,a,1,1,0.5,0\n2,3,a,2,1,0.5,0\n2,4,b,3,9,9,0\n1,5,b,4,9,9,0\n',
  );
  await writeFile(join(folder, 'M5.csv'), 'margin,level,total\ny,2,1\ny,3,2\ny,4,2\ny,5,1\n');
  await writeFile(join(folder, 'file.sav'), Buffer.from('$FL2@(#) SPSS\0\0\0'));
  await writeFile(join(folder, 'M.csv'), 'margin,level,total\n性别,女,60\n性别,男,70\n');
  await writeFile(
    join(folder, 'M2.csv'),
    'margin,level,total\n省:备注\\:类,甲:a\\:b,30\n省:备注\\:类,甲:c,30\n省:备注\\:类,乙:a\\:b,40\n省:备注\\:类,乙:c,30\n',
  );
  await writeFile(join(folder, 'M3.csv'), 'margin,level,total\n省,甲,30\n省,乙,30\n省,丙,30\n');
  await writeFile(join(folder, 'M4.csv'), 'margin,level,total\n省,甲,60\n省,乙,60\n点,1,60\n点,2,61\n');
  await mkdir(join(folder, 'folder'));
}
