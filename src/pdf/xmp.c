/* SPDX-License-Identifier: MIT */
/*
 * pdf/xmp.c - the same record as metadata stream and as document information
 *
 * PDF/A wants both to agree and wants schemas other than its own described:
 * pdfuaid is (ISO 19005-3 6.6.2.3, ISO 14289-1 5).
 */
#include "pdf/xmp.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"

static const char head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>3</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n";

static const char tail[] =
    "<pdfaExtension:schemas><rdf:Bag>"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:schema>PDF/UA identification schema"
    "</pdfaSchema:schema>\n"
    "<pdfaSchema:property><rdf:Seq>"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>part of ISO 14289"
    "</pdfaProperty:description>\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>\n";

/* The characters of a text that XML 1.0 has (2.2): both records hold these. */
static const char *
printable(struct arena *a, const char *s)
{
	const char *end = s ? s + strlen(s) : NULL;
	struct buf b = {0};

	while (s < end) {
		uint32_t c = utf8_decode(&s, end);

		if ((c >= ' ' && c != 0xFFFE && c != 0xFFFF) || c == '\t' ||
		    c == '\n')
			buf_utf8(&b, c);
	}
	return b.n ? buf_take(&b, a).p : "";
}

static void
add_escaped(struct buf *out, const char *s)
{
	for (; *s; s++)
		switch (*s) {
		case '&':
			buf_puts(out, "&amp;");
			break;
		case '<':
			buf_puts(out, "&lt;");
			break;
		case '>':
			buf_puts(out, "&gt;");
			break;
		default:
			buf_putc(out, *s);
			break;
		}
}

/* One property between the tags that its type wants; nothing if empty. */
static void
add_property(struct buf *out, const char *name, const char *before,
    const char *value, const char *after)
{
	if (!value[0])
		return;
	buf_printf(out, "<%s>%s", name, before);
	add_escaped(out, value);
	buf_printf(out, "%s</%s>\n", after, name);
}

/* "D:20260101000000Z" as "2026-01-01T00:00:00Z". */
static void
xmp_date(const char *d, char out[24])
{
	snprintf(out, 24, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", d + 2, d + 6, d + 8,
	    d + 10, d + 12, d + 14);
}

static void
write_stream(struct pdf *pdf, const struct pdf_meta *m, const char *date)
{
	static const char alt[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
	static const char seq[] = "<rdf:Seq><rdf:li>";
	static const char bag[] = "<rdf:Bag><rdf:li>";
	struct buf out = {0};
	struct obj *stream;

	buf_puts(&out, head);
	add_property(&out, "dc:title", alt, m->title, "</rdf:li></rdf:Alt>");
	add_property(&out, "dc:creator", seq, m->author, "</rdf:li></rdf:Seq>");
	add_property(
	    &out, "dc:description", alt, m->subject, "</rdf:li></rdf:Alt>");
	add_property(&out, "dc:language", bag, m->lang, "</rdf:li></rdf:Bag>");
	add_property(&out, "pdf:Keywords", "", m->keywords, "");
	add_property(&out, "pdf:Producer", "", m->producer, "");
	add_property(&out, "xmp:CreatorTool", "", m->creator, "");
	add_property(&out, "xmp:CreateDate", "", date, "");
	add_property(&out, "xmp:ModifyDate", "", date, "");
	add_property(&out, "xmp:MetadataDate", "", date, "");
	buf_puts(&out, tail);
	/* archives want to read it without unpacking */
	stream = obj_stream(pdf, buf_view(&out), false);
	buf_free(&out);
	obj_put_name(stream, "Type", "Metadata");
	obj_put_name(stream, "Subtype", "XML");
	obj_put(obj_catalog(pdf), "Metadata", stream);
}

void
xmp_write(struct arena *a, struct pdf *pdf, const struct pdf_meta *given)
{
	struct pdf_meta m = *given;
	const struct {
		const char *key, **value;
	} rows[] = {{"Title", &m.title}, {"Author", &m.author},
	    {"Subject", &m.subject}, {"Keywords", &m.keywords},
	    {"Creator", &m.creator}, {"Producer", &m.producer}};
	struct obj *info = obj_info(pdf);
	char date[20], iso[24];

	m.lang = printable(a, m.lang);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		*rows[i].value = printable(a, *rows[i].value);
		if ((*rows[i].value)[0])
			obj_put_text(info, rows[i].key, *rows[i].value);
	}
	obj_date(m.date, date);
	obj_put_text(info, "CreationDate", date);
	obj_put_text(info, "ModDate", date);
	xmp_date(date, iso);
	write_stream(pdf, &m, iso);
}
