// LibYAML, a YAML 1.1 parser, as the system provides it.
#include <yaml.h>
