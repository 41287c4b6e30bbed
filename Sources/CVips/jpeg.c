#include "cvips.h"

// In this order: libjpeg's header wants the types of the first two.
#include <stddef.h>
#include <stdio.h>

#include <jpeglib.h>

#include <jerror.h>
#include <setjmp.h>
#include <stdlib.h>
#include <vips/vips.h>

// libvips' own loader reads no further than the last row of pixels and hands on the first warning alone, so that a scan
// with bytes too many, or a second fault, passes for sound; and it cuts off the columns and rows that do not fill a
// whole pixel of the shrunk picture. Hence libjpeg is asked here.

typedef struct {
    struct jpeg_error_mgr errors;
    jmp_buf way_out;
    char words[JMSG_LENGTH_MAX];
} Complaints;

// The file, handed out piece by piece.
typedef struct {
    struct jpeg_source_mgr source;
    const JOCTET *bytes;
    size_t count;
    size_t handed_out;
} Pieces;

// libjpeg-turbo's faster way through the pixels takes a code that stands for nothing for a nought and says nothing. It
// is taken only where 512 bytes of input for each block lie ready.
enum { PIECE = 256 };

static void give_up(j_common_ptr decoder) {
    Complaints *complaints = (Complaints *) decoder->err;
    complaints->errors.format_message(decoder, complaints->words);
    longjmp(complaints->way_out, 1);
}

// Bytes between the end of the pixels and the next marker: cameras fill up with noughts. Any other bytes are pixels
// that did not fit into the picture.
static int is_padding(j_decompress_ptr decoder) {
    const Pieces *pieces = (const Pieces *) decoder->src;
    const size_t passed = (size_t) decoder->err->msg_parm.i[0];
    const size_t position = pieces->handed_out - decoder->src->bytes_in_buffer;
    // The marker's two bytes have been read as well.
    if (passed + 2 > position) return 0;
    const JOCTET *end = pieces->bytes + position - 2;
    for (const JOCTET *byte = end - passed; byte < end; byte++)
        if (*byte != 0x00 && *byte != 0xFF) return 0;
    return 1;
}

// libjpeg makes something up for pixels that it can't read and goes on: here it does not.
static void judge(j_common_ptr decoder, int level) {
    if (level >= 0) return;
    switch (decoder->err->msg_code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_NOT_SEQUENTIAL: return;
    case JWRN_EXTRANEOUS_DATA:
        if (is_padding((j_decompress_ptr) decoder)) return;
    }
    give_up(decoder);
}

static void begin_or_end(j_decompress_ptr decoder) { (void) decoder; }

static boolean next_piece(j_decompress_ptr decoder) {
    Pieces *pieces = (Pieces *) decoder->src;
    const size_t left = pieces->count - pieces->handed_out;
    if (left == 0) ERREXIT(decoder, JERR_INPUT_EOF);
    pieces->source.next_input_byte = pieces->bytes + pieces->handed_out;
    pieces->source.bytes_in_buffer = left < PIECE ? left : PIECE;
    pieces->handed_out += pieces->source.bytes_in_buffer;
    return TRUE;
}

static void skip(j_decompress_ptr decoder, long count) {
    Pieces *pieces = (Pieces *) decoder->src;
    if (count <= 0) return;
    const size_t wanted = (size_t) count, ready = pieces->source.bytes_in_buffer;
    if (wanted > ready) {
        if (wanted - ready > pieces->count - pieces->handed_out) ERREXIT(decoder, JERR_INPUT_EOF);
        pieces->handed_out += wanted - ready;
        pieces->source.bytes_in_buffer = 0;
        return;
    }
    pieces->source.next_input_byte += wanted;
    pieces->source.bytes_in_buffer -= wanted;
}

static void say_nothing(j_common_ptr decoder) { (void) decoder; }

static void free_pixels(VipsImage *image, void *pixels) {
    (void) image;
    g_free(pixels);
}

static J_COLOR_SPACE colours(J_COLOR_SPACE stored) {
    switch (stored) {
    case JCS_GRAYSCALE: return JCS_GRAYSCALE;
    case JCS_CMYK:
    case JCS_YCCK: return JCS_CMYK;
    default: return JCS_RGB;
    }
}

// The decoded pixels as a picture; takes `pixels` over.
static VipsImage *picture(void *pixels, size_t count, const struct jpeg_decompress_struct *decoder, JOCTET *profile, unsigned profile_count) {
    VipsImage *plain = vips_image_new_from_memory(
        pixels, count, (int) decoder->output_width, (int) decoder->output_height, decoder->output_components, VIPS_FORMAT_UCHAR);
    if (plain == NULL) {
        g_free(pixels);
        return NULL;
    }
    g_signal_connect(plain, "postclose", G_CALLBACK(free_pixels), pixels);
    const VipsInterpretation space = decoder->out_color_space == JCS_GRAYSCALE ? VIPS_INTERPRETATION_B_W
        : decoder->out_color_space == JCS_CMYK                                 ? VIPS_INTERPRETATION_CMYK
                                                                               : VIPS_INTERPRETATION_sRGB;
    VipsImage *out = NULL;
    if (vips_copy(plain, &out, "interpretation", space, NULL) == 0 && profile != NULL)
        vips_image_set_blob_copy(out, VIPS_META_ICC_NAME, profile, profile_count);
    g_object_unref(plain);
    return out;
}

cvips_image *cvips_load_jpeg(const void *bytes, size_t count, int shrink) {
    struct jpeg_decompress_struct decoder;
    Complaints complaints = {0};
    Pieces pieces = {
        .source = {.init_source = begin_or_end, .fill_input_buffer = next_piece, .skip_input_data = skip,
            .resync_to_restart = jpeg_resync_to_restart, .term_source = begin_or_end},
        .bytes = bytes, .count = count};
    // What is set between here and a jump back must not live in a register.
    JSAMPLE *volatile pixels = NULL;
    JOCTET *volatile profile = NULL;
    decoder.err = jpeg_std_error(&complaints.errors);
    complaints.errors.error_exit = give_up;
    complaints.errors.emit_message = judge;
    complaints.errors.output_message = say_nothing;
    if (setjmp(complaints.way_out) != 0) {
        vips_error("libjpeg", "%s", complaints.words);
        jpeg_destroy_decompress(&decoder);
        g_free(pixels);
        free(profile);
        return NULL;
    }
    jpeg_create_decompress(&decoder);
    decoder.src = &pieces.source;
    jpeg_save_markers(&decoder, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&decoder, TRUE);
    JOCTET *found = NULL;
    unsigned found_count = 0;
    if (jpeg_read_icc_profile(&decoder, &found, &found_count)) profile = found;
    decoder.out_color_space = colours(decoder.jpeg_color_space);
    decoder.scale_num = 1;
    decoder.scale_denom = (unsigned) shrink;
    jpeg_start_decompress(&decoder);
    const size_t row = (size_t) decoder.output_width * (size_t) decoder.output_components;
    const size_t size = row * decoder.output_height;
    pixels = g_try_malloc(size);
    if (pixels == NULL) ERREXIT1(&decoder, JERR_OUT_OF_MEMORY, 0);
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPLE *line = pixels + row * decoder.output_scanline;
        jpeg_read_scanlines(&decoder, &line, 1);
    }
    // Reads on to the end of the file's picture, and complains of pixels too many.
    jpeg_finish_decompress(&decoder);
    if (decoder.out_color_space == JCS_CMYK && decoder.saw_Adobe_marker)
        for (size_t index = 0; index < size; index++) pixels[index] = 255 - pixels[index];
    VipsImage *out = picture(pixels, size, &decoder, profile, found_count);
    jpeg_destroy_decompress(&decoder);
    free(profile);
    return (cvips_image *) out;
}
