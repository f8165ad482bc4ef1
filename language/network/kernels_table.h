#pragma once

#include "entente/language/network/kernels.h"

namespace entente::language {

extern const Kernels kBaselineKernels;
#if defined(__x86_64__)
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512VnniKernels;
#endif

}  // namespace entente::language
