import { respondentVariables, codeLists } from '@wavebook/schema';
import { applyRouting as neu } from './apply-routing.ts';
import { applyRouting as alt } from './.old-routing-tmp.ts';
const rows = 170_000;
const make = () => { let s = 1; const r = () => ((s = (s * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff);
 return new Map(respondentVariables.map((v) => { const reasons = new Uint8Array(rows); 
  if (v.kind === 'number') { const values = new Float64Array(rows); for (let i=0;i<rows;i++){ if (r()<0.3){values[i]=NaN;reasons[i]=5}else values[i]=Math.floor(r()*80);} return [v.name,{kind:'number',values,reasons}] as any; }
  const levels = codeLists[v.codes ?? '']?.codes.map((c)=>c.code) ?? ['a']; const codes=new Int32Array(rows); for (let i=0;i<rows;i++){ if(r()<0.3){codes[i]=-1;reasons[i]=5}else codes[i]=Math.floor(r()*levels.length);} return [v.name,{kind:v.kind,codes,levels,reasons}] as any; })); };
const raw = new Map(respondentVariables.map((v)=>[v.name,v.name]));
for (let k=0;k<3;k++) for (const [n,f] of [['old',alt],['new',neu]] as const) { const m = make(); let c = 0; const log = { report(){c++}, invalidate(cells:any,row:number){cells.reasons[row]=3;} } as any; const t=process.cpuUsage(); f(rows, m as any, raw, { missing: 5, notApplicable: 2 }, log); const d=process.cpuUsage(t); console.log(n,((d.user+d.system)/1000).toFixed(0),'ms cpu',c); }
