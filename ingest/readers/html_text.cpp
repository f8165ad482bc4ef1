#include "entente/ingest/readers/html_text.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "entente/ingest/readers/html_dom.h"
#include "entente/ingest/readers/html_furniture.h"

namespace entente::ingest::html {
namespace {

enum class BlockKind : std::uint8_t { Paragraph, Heading, Entry, Other };

/// A run of text that a browser would set as a block of its own.
struct Block {
  std::string text;
  std::size_t link_bytes = 0;
  BlockKind kind = BlockKind::Other;
  const xmlNode* element = nullptr;
};

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements that never hold the article's text.
bool is_left_out(const xmlNode* element) {
  const std::string_view name = name_of(element);
  if (is_any(name, {"script",     "style",  "noscript", "template", "nav",    "header", "footer",  "aside",  "figure",
                    "figcaption", "button", "select",   "textarea", "input",  "label",  "iframe",  "svg",    "video",
                    "audio",      "object", "canvas",   "menu",     "dialog", "head",   "caption", "address"})) {
    return true;
  }
  if (is_any(attribute(element, "role"), {"navigation", "banner", "complementary", "contentinfo", "search", "dialog",
                                          "menu", "menubar", "toolbar", "alert", "alertdialog"})) {
    return true;
  }
  if (attribute(element, "aria-hidden") == "true") return true;
  for (const xmlAttr* a = element->properties; a != nullptr; a = a->next) {
    if (std::string_view(reinterpret_cast<const char*>(a->name)) == "hidden") return true;
  }
  const std::string style = lowered(attribute(element, "style"));
  return style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

bool is_inline(std::string_view name) {
  return is_any(name, {"a",   "abbr", "acronym", "b",    "bdi",  "bdo",     "big",   "cite",   "code",   "data",
                       "del", "dfn",  "em",      "font", "i",    "img",     "ins",   "kbd",    "mark",   "q",
                       "rp",  "rt",   "ruby",    "s",    "samp", "small",   "span",  "strike", "strong", "sub",
                       "sup", "tt",   "u",       "var",  "wbr",  "picture", "source"});
}

BlockKind kind_of(std::string_view name) {
  if (is_any(name, {"p", "blockquote", "pre", "dd"})) return BlockKind::Paragraph;
  if (is_any(name, {"h1", "h2", "h3", "h4", "h5", "h6", "dt"})) return BlockKind::Heading;
  if (name == "li") return BlockKind::Entry;
  return BlockKind::Other;
}

/// Walks the page and cuts its text into blocks.
class Blocks {
 public:
  std::vector<Block> collect(const xmlNode* root) {
    int depth = 0;
    const xmlNode* node = root;
    while (node != nullptr) {
      close_elements_left(node);
      bool descend = true;
      if (node->type == XML_TEXT_NODE) {
        add_text(reinterpret_cast<const char*>(node->content));
      } else if (node->type == XML_ELEMENT_NODE) {
        descend = enter(node);
      } else {
        descend = false;
      }
      node = next_node(root, node, descend, depth);
    }
    end_block();
    return std::move(blocks_);
  }

 private:
  struct Open {
    const xmlNode* element;
    bool is_link;
  };

  /// False if what is below it is left out.
  bool enter(const xmlNode* element) {
    const std::string_view name = name_of(element);
    if (name == "br") {
      line_break();
      return false;
    }
    if (is_left_out(element)) {
      if (!is_inline(name)) end_block();
      return false;
    }
    const bool is_block = !is_inline(name);
    if (is_block) {
      end_block();
      block_element_ = element;
    }
    if (is_block || name == "a") open_.push_back({element, name == "a"});
    links_open_ += name == "a";
    return true;
  }

  /// The elements that are open and do not hold the node end before it.
  void close_elements_left(const xmlNode* node) {
    while (!open_.empty() && !holds(open_.back().element, node)) {
      if (open_.back().is_link) {
        --links_open_;
      } else {
        end_block();
      }
      open_.pop_back();
      if (!open_.empty()) block_element_ = enclosing_block();
    }
  }

  const xmlNode* enclosing_block() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      if (!open->is_link) return open->element;
    }
    return nullptr;
  }

  static bool holds(const xmlNode* element, const xmlNode* node) {
    for (const xmlNode* up = node->parent; up != nullptr; up = up->parent) {
      if (up == element) return true;
      if (!is_inline(name_of(up))) return false;
    }
    return false;
  }

  void add_text(std::string_view text) {
    if (links_open_ > 0)
      link_bytes_ += static_cast<std::size_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n'; }));
    text_ += text;
    if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) after_break_ = false;
  }

  /// A second break, or one behind a sentence, parts paragraphs; another only wraps a line.
  void line_break() {
    const std::string line = collapsed(text_);
    const bool sentence_ended = !line.empty() && std::string_view(".!?:\"").find(line.back()) != std::string_view::npos;
    if (after_break_ || sentence_ended) {
      end_block();
    } else {
      text_ += ' ';
    }
    after_break_ = true;
  }

  void end_block() {
    std::string text = collapsed(text_);
    text_.clear();
    after_break_ = false;
    const std::size_t link_bytes = std::exchange(link_bytes_, 0);
    if (text.empty()) return;
    const BlockKind kind = block_element_ == nullptr ? BlockKind::Other : kind_of(name_of(block_element_));
    blocks_.push_back({std::move(text), link_bytes, kind, block_element_});
  }

  std::vector<Block> blocks_;
  std::vector<Open> open_;
  const xmlNode* block_element_ = nullptr;
  std::string text_;
  std::size_t link_bytes_ = 0;
  int links_open_ = 0;
  bool after_break_ = false;
};

bool is_mostly_link(const Block& block) { return block.link_bytes * 2 > block.text.size(); }

bool ends_like_a_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "\"", ":", ")", ";", "'", "\xE2\x80\x9D", "\xE2\x80\x99"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

/// A block that is most likely a paragraph of some article.
bool is_prose(const Block& block) {
  return block.text.size() >= 60 && !is_mostly_link(block) && ends_like_a_sentence(block.text);
}

/// Finds the element that holds the article and gives its blocks.
class ArticleBlocks {
 public:
  ArticleBlocks(const xmlNode* body, std::vector<Block> blocks) : body_(body), blocks_(std::move(blocks)) {}

  std::vector<Block> choose() {
    weigh();
    drop_named_furniture();
    weigh();
    const xmlNode* const root = article_root();
    std::vector<Block> out;
    for (Block& block : blocks_) {
      if (is_below(block.element, root)) out.push_back(std::move(block));
    }
    return out;
  }

 private:
  /// prose_[e]: bytes of prose below the element e.
  void weigh() {
    prose_.clear();
    for (const Block& block : blocks_) {
      if (!is_prose(block)) continue;
      for (const xmlNode* up = block.element; up != nullptr; up = up->parent) prose_[up] += block.text.size();
    }
  }

  std::size_t prose(const xmlNode* element) const {
    const auto found = prose_.find(element);
    return found == prose_.end() ? 0 : found->second;
  }

  /// Elements whose class or id says that they are furniture ("related-stories"), unless they hold much of the page:
  /// some pages name everything by what it may have ("has-sidebar").
  void drop_named_furniture() {
    const std::size_t total = prose(body_);
    std::unordered_map<const xmlNode*, bool> known;
    std::erase_if(blocks_, [&](const Block& block) {
      for (const xmlNode* up = block.element; up != nullptr && up != body_; up = up->parent) {
        const auto [entry, is_new] = known.emplace(up, false);
        if (is_new) {
          entry->second = prose(up) * 5 < total * 2 &&
                          (is_furniture_name(attribute(up, "class")) || is_furniture_name(attribute(up, "id")));
        }
        if (entry->second) return true;
      }
      return false;
    });
  }

  /// The page's <article> if one holds half of its prose, and from there down as long as one child has nearly all.
  const xmlNode* article_root() const {
    const xmlNode* root = body_;
    std::size_t best = prose(body_) / 2;
    int depth = 0;
    for (const xmlNode* node = body_; node != nullptr; node = next_node(body_, node, prose(node) > best, depth)) {
      const bool marked = is_element(node, "article") || is_element(node, "main") ||
                          attribute(node, "itemprop") == "articleBody" || attribute(node, "role") == "main";
      if (marked && prose(node) > best) {
        root = node;
        best = std::max(best, prose(node) * 3 / 4);
      }
    }
    while (true) {
      const xmlNode* heir = nullptr;
      for (const xmlNode* child = root->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && prose(child) * 10 > prose(root) * 9 &&
            kind_of(name_of(child)) == BlockKind::Other && !has_own_prose(child)) {
          heir = child;
        }
      }
      if (heir == nullptr || prose(heir) == 0) return root;
      root = heir;
    }
  }

  /// Whether the element's text is the prose itself: then it is a paragraph, not a container.
  bool has_own_prose(const xmlNode* element) const {
    return std::any_of(blocks_.begin(), blocks_.end(),
                       [&](const Block& b) { return b.element == element && is_prose(b); });
  }

  static bool is_below(const xmlNode* node, const xmlNode* root) {
    for (; node != nullptr; node = node->parent) {
      if (node == root) return true;
    }
    return false;
  }

  const xmlNode* body_;
  std::vector<Block> blocks_;
  std::unordered_map<const xmlNode*, std::size_t> prose_;
};

bool same_words(std::string_view a, std::string_view b) { return lowered(a) == lowered(b); }

bool is_kept(const Block& block, std::string_view title) {
  // The headline, in other words than the title's too.
  if (!title.empty() &&
      (same_words(block.text, title) || (block.element != nullptr && is_element(block.element, "h1"))))
    return false;
  if (is_furniture_line(block.text)) return false;
  if (is_mostly_link(block) && block.text.size() < 200) return false;
  switch (block.kind) {
    case BlockKind::Paragraph:
    case BlockKind::Heading:
      return true;
    case BlockKind::Entry:
    case BlockKind::Other:
      return block.text.size() >= 40 || ends_like_a_sentence(block.text);
  }
  return true;
}

const xmlNode* body_of(const xmlDoc* document) {
  const xmlNode* const root = xmlDocGetRootElement(document);
  for (const xmlNode* child = root->children; child != nullptr; child = child->next) {
    if (is_element(child, "body")) return child;
  }
  return root;
}

}  // namespace

std::string article_text(const xmlDoc* document, std::string_view title) {
  const xmlNode* const body = body_of(document);
  std::vector<Block> blocks = ArticleBlocks(body, Blocks().collect(body)).choose();
  std::erase_if(blocks, [title](const Block& block) { return !is_kept(block, title); });
  // "More stories" above what was left out.
  while (!blocks.empty() && blocks.back().kind == BlockKind::Heading) blocks.pop_back();
  std::string out;
  for (const Block& block : blocks) {
    if (!out.empty()) out += "\n\n";
    out += block.text;
  }
  return out;
}

}  // namespace entente::ingest::html
