// cmark, the reference implementation of CommonMark, as the system provides it.
#include <cmark.h>
