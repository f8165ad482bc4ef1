#pragma once

/// The installed surface: articles are read, their claims extracted, claims assembled to a graph, the graph written.
///
///     auto pipeline = entente::ingest::Pipeline::load(data_folder);        // models and actor data, once
///     auto inputs = entente::ingest::open_inputs({"story.html"}, {});      // articles, one at a time
///     auto claims = pipeline->claims(article, workspace);                  // who did what to whom
///     entente::Graph graph = entente::assemble(claims, pipeline->actors());
///     entente::exporter::write_file(graph, *entente::exporter::format_of_path(path), {}, path);
///
/// tests/install/consumer/main.cpp is a whole program. What can fail returns Result<T>; nothing prints or exits.
#include "entente/actors/knowledge_base.h"
#include "entente/base/diagnostics.h"
#include "entente/export/output_file.h"
#include "entente/export/output_folder.h"
#include "entente/export/writer.h"
#include "entente/graph/assemble.h"
#include "entente/graph/claims_jsonl.h"
#include "entente/graph/query.h"
#include "entente/ingest/pipeline.h"
#include "entente/ingest/reader.h"
#include "entente/store/store.h"
