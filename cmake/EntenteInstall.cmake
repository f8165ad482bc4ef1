# The installed library: all layers but cli in one shared library, and the header entente/entente.h with what it includes.
set(layers base schemas actors language graph ingest export store)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/entente_library.cpp CONTENT "#include \"entente/entente.h\"\n")
add_library(entente_library SHARED ${CMAKE_BINARY_DIR}/entente_library.cpp)
set_target_properties(entente_library PROPERTIES
  OUTPUT_NAME entente
  EXPORT_NAME entente
  VERSION ${PROJECT_VERSION}
  SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
target_compile_features(entente_library PUBLIC cxx_std_20)
target_include_directories(entente_library INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
foreach(layer ${layers})
  target_link_libraries(entente_library PRIVATE entente_${layer})
  get_target_property(type entente_${layer} TYPE)
  if(type STREQUAL "STATIC_LIBRARY")
    # Whole: what our own headers declare can be called, not only what the library itself calls.
    target_sources(entente_library PRIVATE $<TARGET_OBJECTS:entente_${layer}>)
  endif()
endforeach()
entente_compile_options(entente_library)
install(TARGETS entente_library EXPORT entente)

# Every header of ours that entente.h reaches.
set(to_read entente.h)
set(public_headers)
while(to_read)
  list(POP_FRONT to_read header)
  list(APPEND public_headers ${header})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${header})
  file(STRINGS ${header} includes REGEX "^#include \"entente/")
  foreach(line ${includes})
    string(REGEX REPLACE "^#include \"entente/([^\"]+)\".*" "\\1" included ${line})
    if(NOT included IN_LIST public_headers AND NOT included IN_LIST to_read)
      list(APPEND to_read ${included})
    endif()
  endforeach()
endwhile()
foreach(header ${public_headers})
  cmake_path(GET header PARENT_PATH folder)
  install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente/${folder})
endforeach()

include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
install(EXPORT entente NAMESPACE entente:: FILE entente-targets.cmake DESTINATION ${package_folder})
configure_package_config_file(cmake/entente-config.cmake.in ${CMAKE_BINARY_DIR}/entente-config.cmake
  INSTALL_DESTINATION ${package_folder} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/entente-config.cmake ${CMAKE_BINARY_DIR}/entente-config-version.cmake
  DESTINATION ${package_folder})

# What the program and the library read at run time: models and actor data, with their licences.
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/entente)
install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
