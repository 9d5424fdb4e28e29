const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text that is safe inside an element and inside a quoted attribute. */
export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:#f0f2f5;color:#1c1e21;font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header{background:#fff;border-bottom:1px solid #dddfe2;padding:12px 20px;display:flex;gap:10px;align-items:center;font-weight:600}
.mark{width:26px;height:26px;border-radius:50%;background:#0064e0;color:#fff;display:grid;place-items:center;font-weight:700}
.tag{margin-left:auto;font-size:12px;font-weight:600;color:#4b4f56;background:#e4e6eb;border-radius:10px;padding:2px 9px}
main{max-width:520px;margin:28px auto;padding:24px;background:#fff;border-radius:12px;box-shadow:0 1px 3px rgba(0,0,0,.16)}
h1{font-size:21px;line-height:1.3;margin:0 0 6px}
h2{font-size:15px;margin:22px 0 8px}
p{margin:0 0 10px}
.muted{color:#606770;font-size:13.5px}
fieldset{border:0;margin:0;padding:0}
legend{font-size:15px;font-weight:600;margin:22px 0 8px;padding:0}
label{display:flex;gap:12px;align-items:flex-start;padding:10px 12px;border:1px solid #dddfe2;border-radius:8px;margin-bottom:8px;cursor:pointer}
label:hover{background:#f7f8fa}
label input{width:18px;height:18px;margin:2px 0 0;flex:none;accent-color:#0064e0}
label b{display:block;font-weight:600}
label span span{display:block;color:#606770;font-size:13.5px}
ul{margin:0;padding:0;list-style:none}
li{padding:8px 12px;border:1px solid #dddfe2;border-radius:8px;margin-bottom:8px}
code{font:13px ui-monospace,SFMono-Regular,Menlo,monospace;overflow-wrap:anywhere}
.actions{display:flex;gap:10px;justify-content:flex-end;margin-top:24px}
button{font:inherit;font-weight:600;border:0;border-radius:8px;padding:10px 22px;cursor:pointer;background:#e4e6eb;color:#1c1e21}
button.primary{background:#0064e0;color:#fff}
button:focus-visible,input:focus-visible{outline:3px solid #8ab4f8;outline-offset:2px}
.error{background:#fdecea;color:#8a1c12;border-radius:8px;padding:10px 12px;margin-bottom:14px}
.note{margin-top:22px;padding-top:16px;border-top:1px solid #dddfe2}
.box{background:#f7f8fa;border-radius:8px;padding:10px 12px;margin:0 0 12px}
@media (max-width:560px){main{margin:0;border-radius:0;box-shadow:none;min-height:calc(100vh - 51px)}.actions button{flex:1}}
`;

/** A page of the login dialog. `content` is HTML. */
export function page(title: string, content: string): string {
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><span class="mark" aria-hidden="true">f</span>Log in with Facebook<span class="tag">Sandbox</span></header>
<main>${content}</main>
</body>
</html>`;
}
