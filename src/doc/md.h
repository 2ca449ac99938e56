/* SPDX-License-Identifier: MIT */
/*
 * doc/md.h - Markdown to nodes: what the files of the reader share
 *
 * CommonMark is cmark's work.  What it lacks is prepared in a working copy of
 * the text that has the same length, so that every line and column that cmark
 * gives is one of the author's text:
 *
 *   - lines that open or close a div or begin a table become "***" (a thematic
 *     break) and are known by their line number; the other lines of front
 *     matter, tables and note texts become blank;
 *   - notes, citations, references, spans with attributes and bare URLs become
 *     marks: a comma (punctuation, so that emphasis beside it still works),
 *     three control characters that number the mark, and filler.
 *
 * The inside of a mark is read on its own when its mark turns up in the tree.
 */
#ifndef DOC_MD_H
#define DOC_MD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/attrs.h"
#include "doc/doc.h"

struct cmark_node;
struct conf;

#define MD_VALUE_FIRST 0xF0000u /* + index of a printed value */
#define MD_VALUE_END   0x10FFFDu
#define MD_FILL        0x1F /* filler of marks, dropped from texts */
#define MD_BLOCKS_MAX  160  /* levels of blocks, two for each list */
#define MD_DEPTH_MAX   32   /* of inlines read on their own */

/* Does this character open or close a printed value? */
static inline bool
md_is_value_mark(uint32_t c)
{
	return c >= MD_VALUE_FIRST && c <= MD_VALUE_END;
}

/* The index of a printed value; plane 15 holds 0xFFFD of them. */
static inline int
md_value_index(uint32_t c)
{
	return c >= 0x100000u ? (int)(c - 0x100000u + 0xFFFDu)
			      : (int)(c - MD_VALUE_FIRST);
}

enum line_kind { LINE_TEXT, LINE_BLANK, LINE_CODE, LINE_TAKEN };

/* A line that the passes before cmark took out, by its number. */
struct line_mark {
	enum { LINE_DIV_OPEN, LINE_DIV_CLOSE, LINE_TABLE, LINE_HEADING } kind;
	struct attrs attrs; /* of a div or heading */
	size_t attrs_at;    /* source offset behind the brace */
	struct md_table *table;
};

/* Lines (from 0) of a table and of its caption; n 0: no caption. */
struct md_table {
	size_t caption, ncaption;
	size_t head, delimiter, end;
};

/* Where a stretch of a fragment's text stands in the source. */
struct piece {
	size_t pos, source;
};

enum mark_kind {
	MARK_NOTE_REF, /* [^id]: inner is the id */
	MARK_NOTE,     /* ^[text] */
	MARK_CITE,     /* [see @key, 12; @other] */
	MARK_REF,      /* @fig-id: inner is the id */
	MARK_SPAN,     /* [text]{attributes} */
	MARK_ATTRS,    /* attributes behind a link or an image */
	MARK_URL,      /* a bare URL */
};

/* An inline extension; offsets into the fragment's text. */
struct mark {
	enum mark_kind kind;
	size_t from, to;
	size_t inner, inner_end;
	size_t attrs, attrs_end; /* without braces */
};

/* One text of a part. */
struct md {
	struct doc *doc;
	const struct origin *origin; /* NULL: everything is at `fixed` */
	struct place fixed;
	struct str source;
	size_t *lines; /* offsets of line starts in the source */
	size_t nlines;
	size_t seen_line, seen_byte, seen_col; /* of the last place asked for */
	enum line_kind *kinds;
	struct line_mark **marks; /* by line */
	struct map *notes;        /* id -> struct note_text */
	struct node *part;
	uint32_t *match; /* room of md_scan */
	size_t match_cap;
	int depth; /* of fragments */
	uint32_t
	    before; /* last character of the block so far, 0 at its start */
};

/* A stretch of text that cmark reads as one document. */
struct frag {
	struct md *md;
	struct str text;     /* as written */
	char *work;          /* with marks, the same length, NUL-terminated */
	const size_t *lines; /* starts of the lines of `work` */
	size_t nlines;
	size_t shift; /* bytes of `work` in front of the text */
	const struct piece *pieces;
	size_t npieces;
	VEC(struct mark) marks;
	size_t next_mark; /* the least index that can still turn up */
};

/* --- md.c --- */

struct place md_place(struct md *, size_t source);
size_t md_source(const struct frag *, size_t pos);
/* Inline Markdown of the source between two offsets, under `parent`. */
void md_inline_text(
    struct md *, struct node *parent, struct str text, size_t source);
/* The same for the text between two positions of a fragment, which may run
 * over several lines. */
void md_inline_slice(
    const struct frag *, struct node *parent, size_t from, size_t to);
/* Inline Markdown from elsewhere, all of it at one place. */
void md_inline_foreign(struct doc *, struct node *part, struct node *parent,
    struct str text, struct place at);

/* --- md_block.c --- */

/* Read the fragment as blocks and put them under `parent`. */
void md_blocks(struct frag *, struct node *parent);

/* --- md_inline.c --- */

/* Children of a cmark block as inline nodes. */
void md_inlines(struct frag *, struct node *parent, struct cmark_node *block);
/* Text without markup as leaves. */
void md_plain_inlines(struct frag *, struct node *parent);

/* --- md_lines.c --- */

/* Split into lines, find divs, tables, notes and attributes of headings and
 * take them out of `work`; `from` is the first line behind the front matter. */
void md_take_lines(struct md *, char *work, size_t from);
struct str md_line(const struct md *, size_t line);

/* --- md_scan.c --- */

/* Find the inline extensions between two positions and put marks there. */
void md_scan(struct frag *, size_t from, size_t to);
/* Decode the mark at p (a comma and what follows); its index, or -1. */
long md_mark_at(struct frag *, const char *p, const char *end);
/* Could this text hold anything but plain words? */
bool md_is_plain(struct str s);
/* `text` of a leaf with its marks turned back into what was written. */
char *md_restore(struct frag *, const char *text);

/* --- md_note.c --- */

/* A mark as nodes under `parent`. */
void md_mark(struct frag *, struct node *parent, const struct mark *);

/* --- md_table.c --- */

struct node *md_table(struct md *, const struct md_table *);
/* TITLE, SUBTITLE, READING … children from attributes. */
void md_caption(struct md *, struct node *owner, struct str title,
    size_t title_at, const struct attrs *, size_t attrs_at);
void md_legend(
    struct md *, struct node *owner, const struct attrs *, size_t attrs_at);

/* --- md_fence.c --- */

/*
 * Is this fence a chart?  Then put its figure under `parent`.  `text` is its
 * YAML, which stands at the source offset, each line behind `indent` blanks.
 */
bool md_fence(struct md *, struct node *parent, struct str info,
    struct str text, size_t source, size_t indent);

/* --- md_div.c --- */

/* The node that a div makes, empty. */
struct node *md_div_open(struct md *, const struct line_mark *, struct place);
/* Complete it when its content has been read. */
void md_div_close(struct md *, struct node *, const struct line_mark *);
/* A paragraph that is one image becomes a figure. */
void md_image_figure(struct md *, struct node *para);

/* --- md_smart.c --- */

/* Quotes, dashes and ellipses of a text, and no-break spaces that keep number
 * and unit together; `before` is the character in front of it (0 at the start
 * of a block) and becomes its last one.  `number` tells that a printed value
 * follows. */
void md_smart(struct buf *out, struct str text, const char *lang,
    uint32_t *before, bool number);

#endif
