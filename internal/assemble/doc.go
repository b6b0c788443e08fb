// Package assemble joins the parts of a packet into one PDF in one streaming pass.
//
// Pages of forms and of our own text are taken as they are; pages of exhibits are fitted to Letter above a footer
// band. The bytes of source streams are copied untouched. Around them come the stamps, the outline, the page
// labels and the links, all led by the plan: assemble decides nothing about content and order.
//
// Exhibits are foreign files. Of what surrounds their pages only links to the web and what prints of annotations
// goes along; scripts, actions, attached files and live form fields stay behind, and are counted.
package assemble
