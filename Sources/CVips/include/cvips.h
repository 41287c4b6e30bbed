#pragma once
#include <stddef.h>

// The few operations of libvips that the imaging worker needs, as plain functions: libvips's own take
// lists of options of any length, which Swift can't call. Pictures are opaque here, so that whoever
// imports this header sees nothing of GLib.
//
// What returns a picture returns a new one, which its caller frees, or NULL, whose reason is in
// cvips_take_error. Pixels are worked out when they are needed, but for cvips_bare.

typedef struct cvips_image cvips_image;

typedef enum { CVIPS_PNG, CVIPS_WEBP, CVIPS_GIF } cvips_format;

// Starts the library with one thread, without a memory of past operations, without vector code (which
// rounds otherwise on other processors), and with all readers blocked but those of cvips_load.
// Returns 0, or -1 on failure.
int cvips_start(const char *program);

// The library's version, such as "8.14.1".
const char *cvips_version(void);

// All that went wrong or was odd since the last call, forgotten after it. To be freed with cvips_free.
char *cvips_take_error(void);

// The first frame of a picture; the bytes must outlive it. A file that ends early is an error.
cvips_image *cvips_load(const void *bytes, size_t count, cvips_format format);

// A JPEG at 1/shrink of its size (1, 2, 4 or 8), its sides rounded up, its pixels worked out. Whatever a decoder
// would have to make up, and pixels that are left over, are errors.
cvips_image *cvips_load_jpeg(const void *bytes, size_t count, int shrink);

int cvips_width(const cvips_image *image);
int cvips_height(const cvips_image *image);
int cvips_has_alpha(const cvips_image *image);

// Scales to exactly this size.
cvips_image *cvips_resize(cvips_image *image, int width, int height);

// Three bands of eight bits in sRGB, by the picture's own colour profile where it has a sound one;
// transparency stays as a fourth.
cvips_image *cvips_to_srgb(cvips_image *image);

// Lays a picture with transparency on white.
cvips_image *cvips_flatten(cvips_image *image);

// Turns a picture as EXIF's orientation (1 to 8) asks.
cvips_image *cvips_turn(cvips_image *image, int orientation);

// Cuts a picture to this size, or lays it on white of this size, its upper left corner in place.
cvips_image *cvips_place(cvips_image *image, int width, int height);

cvips_image *cvips_crop(cvips_image *image, int x, int y, int width, int height);

// The pixels worked out and kept in memory, and nothing besides: whatever the file said of camera, place
// or colours is gone. The picture must be in sRGB.
cvips_image *cvips_bare(cvips_image *image);

// Writes a file into memory; to be freed with cvips_free. Returns 0, or -1 on failure.
int cvips_save_jpeg(cvips_image *image, int quality, void **bytes, size_t *count);
int cvips_save_webp(cvips_image *image, int quality, void **bytes, size_t *count);

void cvips_release(cvips_image *image);
void cvips_free(void *memory);
