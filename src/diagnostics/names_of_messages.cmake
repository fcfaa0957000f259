# cmake -D TABLE=coverage.def -D OUTPUT=coverage.names -P names_of_messages.cmake
#
# Writes OUTPUT: NAME(id) for each SENTENCE(id, …) of TABLE, and only when it differs: who uses a sentence is compiled anew
# when sentences come and go, not when their words change.

file(READ "${TABLE}" text)
string(REGEX MATCHALL "SENTENCE\\([a-z0-9_]+," sentences "${text}")
list(TRANSFORM sentences REPLACE "SENTENCE\\((.*)," "NAME(\\1)")
list(JOIN sentences "\n" names)
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT "${names}\n" @ONLY)
