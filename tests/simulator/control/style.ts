/** The look of the simulator's own pages: paper, ink and one green. No web fonts, nothing from elsewhere. */
export const style = `
:root{--ink:#22302a;--soft:#5d6a63;--line:#dcd8cc;--paper:#f7f4ec;--card:#fffdf8;--green:#2f5d4a;--green-soft:#e4eee7;--red:#a33a2c;--red-soft:#f7e3df;--amber:#8a5a10;--amber-soft:#f8ecd4;--round:12px}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--green);text-underline-offset:.15em}
header.top{background:var(--green);color:#fff;padding:.9rem 1rem}
header.top .in{max-width:72rem;margin:0 auto;display:flex;gap:.4rem 1.2rem;flex-wrap:wrap;align-items:center}
header.top a{color:#fff;text-decoration:none;padding:.15rem 0;border-bottom:2px solid transparent}
header.top a:hover,header.top a[aria-current]{border-color:#fff}
header.top strong{font:600 1.1rem/1.2 Georgia,"Times New Roman",serif;margin-right:auto}
main{max-width:72rem;margin:0 auto;padding:1.4rem 1rem 4rem}
h1{font:600 1.8rem/1.2 Georgia,"Times New Roman",serif;margin:.2rem 0 .4rem}
h2{font:600 1.2rem/1.3 Georgia,"Times New Roman",serif;margin:0 0 .6rem}
p.lead{color:var(--soft);margin:0 0 1.4rem;max-width:46rem}
.grid{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr))}
.card{background:var(--card);border:1px solid var(--line);border-radius:var(--round);padding:1rem 1.1rem;min-width:0}
.card>:last-child{margin-bottom:0}
a.card{display:block;text-decoration:none;color:inherit}
a.card:hover{border-color:var(--green)}
.card small,.soft{color:var(--soft)}
.wide{grid-column:1/-1}
form.row{display:flex;gap:.5rem;flex-wrap:wrap;align-items:end;margin:0 0 .7rem}
label{display:grid;gap:.2rem;font-size:.86rem;color:var(--soft);flex:1 1 8rem;min-width:0}
input,select,button,textarea{font:inherit;border-radius:8px;border:1px solid #b9b6a9;background:#fff;color:var(--ink);padding:.45rem .6rem;min-width:0;max-width:100%;min-height:2.6rem}
button{background:var(--green);border-color:var(--green);color:#fff;cursor:pointer;padding-inline:.9rem}
button.plain{background:#fff;color:var(--green)}
button:hover{filter:brightness(1.08)}
button[disabled]{opacity:.5;cursor:progress}
:focus-visible{outline:3px solid #c99a3c;outline-offset:2px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;padding:.45rem .6rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:500}
.badge{display:inline-block;border-radius:99px;padding:.05rem .6rem;font-size:.82rem;background:var(--green-soft);color:var(--green);white-space:nowrap}
.badge.bad{background:var(--red-soft);color:var(--red)}
.badge.wait{background:var(--amber-soft);color:var(--amber)}
.note{background:var(--green-soft);border-radius:8px;padding:.5rem .8rem;margin:0 0 1rem}
.note.bad{background:var(--red-soft);color:var(--red)}
code,pre{font:.86rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{overflow-x:auto;background:#f1ede1;border-radius:8px;padding:.7rem;margin:0;white-space:pre-wrap}
.empty{color:var(--soft);padding:1.5rem 0;text-align:center}
iframe.mail{width:100%;height:70vh;border:1px solid var(--line);border-radius:var(--round);background:#fff}
ul.list{list-style:none;margin:0;padding:0}
ul.list li{border-bottom:1px solid var(--line)}
ul.list a{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;padding:.7rem .2rem;text-decoration:none;color:inherit}
ul.list a:hover{background:var(--green-soft)}
.bubble{background:#e3eefc;border-radius:16px 16px 16px 4px;padding:.6rem .9rem;max-width:26rem;margin:0 0 .3rem;white-space:pre-wrap}
dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem 1rem;margin:0}
dt{color:var(--soft)}dd{margin:0;min-width:0}
@media(max-width:480px){h1{font-size:1.5rem}header.top strong{flex-basis:100%}}
`;
