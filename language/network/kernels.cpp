#include "entente/language/network/kernels.h"

#include "entente/language/network/kernels_table.h"

namespace entente::language {

bool supported(InstructionSet set) {
  switch (set) {
    case InstructionSet::Baseline:
      return true;
#if defined(__x86_64__)
    case InstructionSet::Avx2:
      return __builtin_cpu_supports("avx2") != 0;
    case InstructionSet::Avx512Vnni:
      return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
             __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
             __builtin_cpu_supports("avx512vnni") != 0;
#else
    case InstructionSet::Avx2:
    case InstructionSet::Avx512Vnni:
      return false;
#endif
  }
  return false;
}

InstructionSet best_instruction_set() {
  if (supported(InstructionSet::Avx512Vnni)) return InstructionSet::Avx512Vnni;
  if (supported(InstructionSet::Avx2)) return InstructionSet::Avx2;
  return InstructionSet::Baseline;
}

const Kernels& kernels(InstructionSet set) {
#if defined(__x86_64__)
  switch (set) {
    case InstructionSet::Baseline:
      return kBaselineKernels;
    case InstructionSet::Avx2:
      return kAvx2Kernels;
    case InstructionSet::Avx512Vnni:
      return kAvx512VnniKernels;
  }
#endif
  static_cast<void>(set);
  return kBaselineKernels;
}

}  // namespace entente::language
