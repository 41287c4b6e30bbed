// libvips, as the system provides it. Its own pkg-config file asks for -pthread, of which SwiftPM complains at
// every build, so the manifest names GObject's, which gives all of GLib that libvips's headers need.
#include <vips/vips.h>
