/** The style sheet of the codebook pages: system fonts, no picture, light and dark. */
export const style = `:root{--ink:#22262b;--soft:#666d76;--line:#e3dfd6;--paper:#fbfaf6;--card:#fff;--link:#1c5273;--ok:#2c6b49;--okbg:#e6f1e9;--mid:#8a5a00;--midbg:#fbf0d8;--low:#a23a2a;--lowbg:#fae7e2}
@media(prefers-color-scheme:dark){:root{--ink:#e4e3df;--soft:#9aa1a9;--line:#383b40;--paper:#191b1e;--card:#202327;--link:#8fc1e3;--ok:#93d1ad;--okbg:#1f3429;--mid:#e6bd6a;--midbg:#3a2f17;--low:#f0a294;--lowbg:#40231e}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
body{margin:0}
i{font-style:normal;color:var(--soft);font-size:.92em}
a{color:var(--link);text-decoration:none}
a:hover{text-decoration:underline}
code{font:.9em/1.4 ui-monospace,"Cascadia Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;align-items:center;padding:.7rem 1.5rem;border-bottom:1px solid var(--line);background:var(--card)}
header a:first-child{font-weight:650;color:var(--ink)}
input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.3rem .7rem;width:13rem;max-width:100%}
main{max-width:62rem;margin:0 auto;padding:1.4rem 1.5rem 5rem}
body:has(.grid) main{max-width:96rem}
.path{color:var(--soft);font-size:.9rem;margin:0 0 1.6rem}
h1{font-size:2rem;line-height:1.25;margin:0;font-weight:650;letter-spacing:.01em}
h1+p{margin:.2rem 0 0;font-size:1.15rem;color:var(--soft)}
.name{margin:.7rem 0 1.6rem}
.name code{font-size:1rem;background:var(--card);border:1px solid var(--line);border-radius:5px;padding:.15rem .5rem}
h2{font-size:1.15rem;margin:2.4rem 0 .7rem;padding-bottom:.3rem;border-bottom:1px solid var(--line);font-weight:650}
h3{font-size:1rem;margin:1.4rem 0 .4rem}
blockquote{margin:0 0 1.4rem;padding:.7rem 1.1rem;border-left:3px solid var(--link);background:var(--card)}
blockquote p{margin:0}
dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.35rem 1.4rem;margin:0}
dt{color:var(--soft)}
dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:.94rem;line-height:1.5}
th{text-align:left;font-weight:600;color:var(--soft);border-bottom:1px solid var(--ink);padding:.35rem .9rem .35rem 0;vertical-align:bottom}
td{border-bottom:1px solid var(--line);padding:.4rem .9rem .4rem 0;vertical-align:top}
.codes{width:auto;min-width:50%}
.c,b.verified,b.inferred,b.recalled,b.none,b.absent{display:inline-block;font-weight:400;font-size:.82rem;line-height:1.5;border-radius:4px;padding:0 .45rem;white-space:nowrap}
.c i,b i{color:inherit;opacity:.85}
.verified{background:var(--okbg);color:var(--ok)}
.inferred{background:var(--midbg);color:var(--mid)}
.recalled{background:var(--lowbg);color:var(--low);outline:1px dashed var(--low);outline-offset:-1px}
.none{color:var(--soft);border:1px solid var(--line)}
.absent{color:var(--soft);background:var(--line)}
small{display:block;color:var(--soft);font-size:.85rem}
.warn{border-left:3px solid var(--low);background:var(--card);padding:.6rem 1.1rem;margin:1.2rem 0}
.warn p{margin:.2rem 0}
.scroll{overflow:auto;max-height:82vh;border:1px solid var(--line);background:var(--card)}
.grid{font-size:.84rem;border-collapse:separate;border-spacing:0}
.grid th,.grid td{padding:.35rem .7rem;border-bottom:1px solid var(--line)}
.grid th{position:sticky;top:0;background:var(--card);z-index:1;border-bottom:1px solid var(--ink)}
.grid td:first-child,.grid th:first-child{position:sticky;left:0;background:var(--card);min-width:12rem;border-right:1px solid var(--line)}
.grid th:first-child{z-index:2}
.grid code{overflow-wrap:normal;white-space:nowrap}
.grid .q{color:var(--soft)}
.grid td.none,.grid td.absent{border:0;border-bottom:1px solid var(--line);text-align:center}
.grid td.absent{background:repeating-linear-gradient(135deg,transparent 0 6px,var(--line) 6px 7px)}
.grid .inferred::after,.grid .recalled::after{font-size:.72rem;display:block}
.grid .inferred::after{content:"推断 inferred"}
.grid .recalled::after{content:"回忆 recalled"}
.grid .by-inferred::after,.grid .by-recalled::after{font-size:.72rem;display:block;color:var(--mid)}
.grid .by-inferred::after{content:"推断 inferred"}
.grid .by-recalled::after{content:"回忆 recalled";color:var(--low)}
.grid .nocodes code::after{font:.72rem system-ui;display:block;content:"编码未知 codes not known"}
.grid td.recalled{outline:0;border:1px dashed var(--low)}
.grid details{margin:0;max-width:32rem}
.grid summary{font-weight:400}
.grid dl{display:block;margin-top:.4rem}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;font-size:.9rem;margin:1rem 0}
ul.list{list-style:none;margin:0;padding:0;columns:2 24rem;column-gap:2.5rem}
ul.list li{break-inside:avoid;padding:.18rem 0;border-bottom:1px solid var(--line)}
ul.list code{float:right;color:var(--soft);font-size:.78rem;margin-left:1rem;padding-top:.2rem}
ul.plain{margin:0;padding-left:1.2rem}
#q{font-size:1.15rem;width:100%;padding:.7rem 1rem;margin:1.4rem 0 .4rem;background:var(--card)}
#found{margin-bottom:1.5rem}
details{margin:.8rem 0}
summary{cursor:pointer;font-weight:600}
.cards{display:flex;flex-wrap:wrap;gap:.7rem}
.cards a{border:1px solid var(--line);background:var(--card);border-radius:8px;padding:.55rem 1rem;color:var(--ink)}
.cards b{display:block;font-size:1.2rem}
@media(max-width:40rem){.grid td:first-child,.grid th:first-child{min-width:7.5rem;max-width:9rem}.grid td{min-width:5.5rem}dl{display:block}dt{margin-top:.6rem}.waves,.codes{display:block;overflow-x:auto}h1{font-size:1.6rem}main{padding:1rem 1rem 4rem}}
`;
