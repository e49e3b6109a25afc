/** The stylesheet of the book: a page of print, and nothing that a reader's own settings could not overrule. */
export const STYLE = `body { line-height: 1.7; }
h1 { font-size: 1.4em; text-align: center; }
h2 { font-size: 1.2em; }
h3, h4, h5, h6, [role="heading"] { font-size: 1em; font-weight: bold; }
p { margin: 0; text-indent: 2em; }
.number, .issue { text-align: center; text-indent: 0; margin-bottom: 1em; }
.recipients, .caption { text-indent: 0; }
.caption { margin-top: 1em; text-align: center; font-weight: bold; }
.caption .unit { margin-left: 1em; font-weight: normal; }
.run-in > * { display: inline; text-indent: 0; }
.run-in { margin: 0; text-indent: 2em; }
.signature { text-align: right; }
.signature:first-of-type, .disclosure { margin-top: 1em; }
.part { margin-top: 2em; page-break-before: always; break-before: page; }
.part > h2 { text-align: center; }
.items, .form, .attachment-notes { list-style: none; margin: 0; padding-left: 2em; }
dl { margin: 0; padding-left: 2em; }
dt { font-weight: bold; }
dd { margin: 0; }
.office { margin-left: 1em; }
table { border-collapse: collapse; font-size: 0.85em; line-height: 1.4; }
th, td { border: 1px solid; padding: 0.2em 0.4em; vertical-align: top; }
`;
