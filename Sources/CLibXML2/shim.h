#pragma once
#include <iconv.h>
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose headers clash with Foundation's own ICU in one Swift file. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/* The C library has it and hides it behind _GNU_SOURCE, which a module cannot set. */
void *_Nullable memmem(const void *_Nonnull text, size_t length, const void *_Nonnull word, size_t wordLength);
