/**
 * The script of the index page. Before it stand `folders`, `[path, record]`, and `entries`, `[folder, zh, en, name, column names]` of every
 * variable. Each word of the query must occur in one of them; Chinese text without blanks is also cut into words where the browser can.
 */
export const searchScript = `const box=document.getElementById('q'),found=document.getElementById('found');
const fold=t=>t.normalize('NFKC').toLowerCase();
const texts=entries.map(e=>fold(e.slice(1).join(' ')));
const cut=w=>typeof Intl.Segmenter==='function'&&/[\\u4e00-\\u9fff]/.test(w)?[...new Intl.Segmenter('zh',{granularity:'word'}).segment(w)].filter(s=>s.isWordLike).map(s=>s.segment):[w];
function search(query){
const whole=fold(query.trim());
if(!whole)return[];
const words=whole.split(/\\s+/),parts=words.flatMap(cut);
const score=(e,t)=>{if(words.every(w=>t.includes(w))){const names=[e[1],e[2],e[3]].map(fold);return names.includes(whole)?4:fold(e[4]).split(' ').includes(whole)?3:names.some(n=>n.startsWith(whole))?2.5:2}return parts.every(w=>t.includes(w))?1:0};
return entries.map((e,i)=>[score(e,texts[i]),i]).filter(s=>s[0]>0).sort((a,b)=>b[0]-a[0]||a[1]-b[1]).map(s=>entries[s[1]]);
}
function show(){
const hits=search(box.value);
found.replaceChildren();
if(!box.value.trim())return;
const count=document.createElement('p');
count.className='path';
count.textContent=hits.length+' 个变量 variables';
const list=document.createElement('ul');
list.className='list';
for(const [folder,zh,en,name,raws] of hits.slice(0,60)){
const item=document.createElement('li'),link=document.createElement('a'),english=document.createElement('i'),id=document.createElement('code'),where=document.createElement('small');
const [path,record]=folders[folder];link.href=path+'/'+name+'.html';link.textContent=zh+' ';english.textContent=en;link.append(english);id.textContent=name;where.textContent=record+(raws?' · '+raws:'');
item.append(link,id,where);list.append(item);
}
found.append(count,list);
}
box.value=new URLSearchParams(location.search).get('q')||'';
box.addEventListener('input',show);
show();
`;
