#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "entente/store/store.h"
#include "support/graph_builder.h"
#include "support/temporary_folder.h"

namespace entente::testing {
namespace {

StoredArticle article(int number, std::size_t size = 1000) {
  StoredArticle made;
  made.document.id = std::to_string(number);
  made.text = std::string(size, static_cast<char>('a' + number % 26));
  return made;
}

Claim claim_about(int number) { return claim_of("country/KOR criticizes country/JPN doc=" + std::to_string(number)); }

/// Runs `work` in another process; its exit code, or minus the signal that ended it.
template <class Work>
int in_child(const Work& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/// Every article is whole and has its claim.
void expect_sound(const std::filesystem::path& path, std::uint64_t at_least, std::size_t size) {
  auto store = Store::open(path, StoreMode::Read);
  ASSERT_TRUE(store) << store.error().to_string();
  std::uint64_t articles = 0;
  const auto read = store->for_each_article([&](StoredArticle&& stored) -> Result<void> {
    EXPECT_EQ(stored, article(std::stoi(stored.document.id), size));
    ++articles;
    return {};
  });
  ASSERT_TRUE(read) << read.error().to_string();
  EXPECT_GE(articles, at_least);
  const auto claims = store->all_claims();
  ASSERT_TRUE(claims) << claims.error().to_string();
  EXPECT_EQ(claims->size(), articles);
}

void add_one(Store& store, int number, std::size_t size) {
  const Claim claim = claim_about(number);
  if (!store.add(article(number, size), {&claim, 1})) _exit(3);
}

TEST(StoreCrash, UndoesABatchWhoseWriterWasKilled) {
  const TemporaryFolder folder;
  constexpr std::size_t kSize = 200'000;
  const int ended = in_child([&] {
    auto store = Store::open(folder / "g", StoreMode::Write);
    for (int i = 0; i < 5; ++i) add_one(*store, i, kSize);
    if (!store->commit()) _exit(3);
    // More than the cache holds, so that half a batch lies in the file.
    for (int i = 0; i < 60; ++i) add_one(*store, i + 3, kSize);
    raise(SIGKILL);
  });
  ASSERT_EQ(ended, -SIGKILL);
  ASSERT_TRUE(std::filesystem::exists(folder / "g-journal"));
  expect_sound(folder / "g", 5, kSize);
  Store store = Store::open(folder / "g", StoreMode::Write).value();
  EXPECT_EQ(store.counts().value().articles, 5U);
  add_one(store, 5, kSize);
  EXPECT_TRUE(store.commit());
}

TEST(StoreCrash, KeepsEveryBatchThatWasCommitted) {
  for (const int batches_before_kill : {1, 4, 9}) {
    const TemporaryFolder folder;
    int acknowledge[2];
    ASSERT_EQ(pipe(acknowledge), 0);
    const pid_t child = fork();
    if (child == 0) {
      auto store = Store::open(folder / "g", StoreMode::Write);
      for (int i = 0;; ++i) {
        add_one(*store, i, 1000);
        if (!store->commit() || write(acknowledge[1], "x", 1) != 1) _exit(3);
      }
    }
    close(acknowledge[1]);  // else a child that fails would leave read() waiting
    char byte = 0;
    for (int i = 0; i < batches_before_kill; ++i) ASSERT_EQ(read(acknowledge[0], &byte, 1), 1);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(acknowledge[0]);
    expect_sound(folder / "g", static_cast<std::uint64_t>(batches_before_kill), 1000);
  }
}

TEST(StoreCrash, SurvivesAFullDisk) {
  const TemporaryFolder folder;
  const int ended = in_child([&] {
    auto store = Store::open(folder / "g", StoreMode::Write);
    add_one(*store, 0, 1000);
    if (!store->commit()) _exit(3);
    // A file-size limit stands for a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{300'000, 300'000};
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto failed = [](const Error& error) { _exit(error.code == ErrorCode::Io ? 7 : 4); };
    for (int i = 1; i < 400; ++i) {
      const Claim claim = claim_about(i);
      const auto added = store->add(article(i, 1000), {&claim, 1});
      if (!added) failed(added.error());
    }
    const auto committed = store->commit();
    if (!committed) failed(committed.error());
  });
  EXPECT_EQ(ended, 7);
  expect_sound(folder / "g", 1, 1000);
}

TEST(StoreCrash, SaysThatItMayOnlyRead) {
  const TemporaryFolder folder;
  {
    Store store = Store::open(folder / "g", StoreMode::Write).value();
    add_one(store, 0, 1000);
    ASSERT_TRUE(store.commit());
  }
  chmod((folder / "g").c_str(), 0444);
  chmod(folder.path().c_str(), 0555);
  const int ended = in_child([&] {
    // The superuser may write anywhere.
    if (geteuid() == 0 && setuid(65534) != 0) _exit(3);
    const auto written = Store::open(folder / "g", StoreMode::Write);
    if (written || written.error().message.find("read-only") == std::string::npos) _exit(4);
    auto read = Store::open(folder / "g", StoreMode::Read);
    if (!read || !read->all_claims() || read->all_claims()->size() != 1) _exit(5);
  });
  chmod(folder.path().c_str(), 0755);
  EXPECT_EQ(ended, 0);
}

}  // namespace
}  // namespace entente::testing
