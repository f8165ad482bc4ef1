# What the program and the library read at run time: models and actor data.
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/entente)
