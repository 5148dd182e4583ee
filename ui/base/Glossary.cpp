// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Glossary.h"

#include <QCoreApplication>
#include <algorithm>
#include <stdexcept>

namespace ouroscope {
namespace {

constexpr GlossaryWord kGlossary[] = {
    {"loop", "Loop",
     QT_TRANSLATE_NOOP("Glossary", "One turn through the same layers; loops count from 1.")},
    {"budget", "Loops allowed",
     QT_TRANSLATE_NOOP("Glossary",
                       "How many loops a token may use at most: the line across the strip.")},
    {"q", "How sure (q)",
     QT_TRANSLATE_NOOP("Glossary",
                       "How sure the gate must be that it is enough: a token is read at the first "
                       "loop by which the probability of having stopped reaches q.")},
    {"gate", "Exit gate",
     QT_TRANSLATE_NOOP("Glossary",
                       "A small switch after each loop that says how likely it is to stop there.")},
    {"lens", "Loop lens",
     QT_TRANSLATE_NOOP("Glossary", "What the model would say next if it stopped after this loop.")},
    {"state", "Hidden state",
     QT_TRANSLATE_NOOP(
         "Glossary",
         "The long list of numbers that a token is inside the model; each loop changes it.")},
    {"replay", "Replay",
     QT_TRANSLATE_NOOP(
         "Glossary",
         "Reading a record as if fewer loops had been allowed, without running the model again.")},
    {"agreement", "Agreement",
     QT_TRANSLATE_NOOP("Glossary",
                       "The share of tokens whose best word is the one of full depth.")},
    {"nll", "Loss (NLL)",
     QT_TRANSLATE_NOOP("Glossary",
                       "Minus the log-probability of the token that follows, averaged over tokens: "
                       "lower is better.")},
    {"kl", "KL",
     QT_TRANSLATE_NOOP("Glossary",
                       "How far what is said of the next word is from what full depth says, "
                       "averaged over tokens; 0 is no difference.")},
    {"oracle", "Oracle",
     QT_TRANSLATE_NOOP("Glossary",
                       "The best that any choice of loops could reach on this text; it knows the "
                       "answers, so no rule can be it.")},
    {"chance", "Random exit",
     QT_TRANSLATE_NOOP("Glossary",
                       "As many loops on average, handed out by chance: what a rule has to beat.")},
    {"regret", "Regret",
     QT_TRANSLATE_NOOP(
         "Glossary",
         "How many nats a token a rule is worse than the oracle at the same mean depth.")},
    {"nat", "Nat",
     QT_TRANSLATE_NOOP("Glossary",
                       "The unit of information here: 1 nat is a factor of 2.7 in probability.")},
};

using MeaningRow = std::pair<std::string_view, const char*>;  // id, sentence

/// By the ids of measures().
constexpr MeaningRow kMeasureMeanings[] = {
    {"exit-loop", QT_TRANSLATE_NOOP("Glossary",
                                    "The loop at which a token is read: the first by which the "
                                    "gate is as sure as q asks, or the last that is allowed.")},
    {"expected-depth",
     QT_TRANSLATE_NOOP(
         "Glossary",
         "The loop at which a token would stop on average, by the gate's probabilities.")},
    {"depth-entropy",
     QT_TRANSLATE_NOOP(
         "Glossary",
         "How undecided the gate is about where to stop: 0 where one loop takes all of it.")},
    {"lambda", QT_TRANSLATE_NOOP(
                   "Glossary", "The gate's own answer after a loop, from 0 (go on) to 1 (stop).")},
    {"exit-probability", QT_TRANSLATE_NOOP("Glossary",
                                           "The probability that a token stops at exactly this "
                                           "loop; the last loop allowed takes what is left.")},
    {"cdf", QT_TRANSLATE_NOOP(
                "Glossary",
                "The probability that a token has stopped by this loop; it is compared with q.")},
    {"entropy", QT_TRANSLATE_NOOP("Glossary",
                                  "How undecided the model is about the next word: 0 where one "
                                  "word has all the probability.")},
    {"logprob", QT_TRANSLATE_NOOP("Glossary",
                                  "How likely this loop finds the token that really follows: 0 is "
                                  "certain, lower is less likely.")},
    {"rank", QT_TRANSLATE_NOOP(
                 "Glossary",
                 "How many words this loop finds likelier than the token that really follows.")},
    {"kl", QT_TRANSLATE_NOOP("Glossary",
                             "How far what this loop says of the next word is from what the last "
                             "loop says; 0 is no difference.")},
    {"kl-step",
     QT_TRANSLATE_NOOP(
         "Glossary", "How much this loop changes what is said of the next word; 0 is no change.")},
    {"js-step", QT_TRANSLATE_NOOP("Glossary",
                                  "How much this loop changes what is said of the next word, "
                                  "measured both ways; at most ln 2.")},
    {"residual-norm",
     QT_TRANSLATE_NOOP("Glossary", "The length of the state before the final norm evens it out.")},
    {"state-norm",
     QT_TRANSLATE_NOOP("Glossary", "The length of the state that the next loop starts from.")},
    {"step-norm", QT_TRANSLATE_NOOP("Glossary", "How far a loop moves the state.")},
    {"step-cosine",
     QT_TRANSLATE_NOOP("Glossary",
                       "Whether a loop leaves the state its direction: 1 is the same direction.")},
    {"top-agreement",
     QT_TRANSLATE_NOOP("Glossary",
                       "1 where the best word of this loop is that of the last loop, else 0.")},
    {"relative-step",
     QT_TRANSLATE_NOOP("Glossary",
                       "How far a loop moves the state, against the length of the state.")},
    {"drift-ratio",
     QT_TRANSLATE_NOOP(
         "Glossary",
         "The step of a loop against the mean step of this text: above 1 the state still moves.")},
    {"angle", QT_TRANSLATE_NOOP("Glossary", "By how many degrees a loop turns the state.")},
    {"turn",
     QT_TRANSLATE_NOOP(
         "Glossary",
         "Whether two steps in a row go the same way: 1 the same way, minus 1 back again.")},
    {"first-commit",
     QT_TRANSLATE_NOOP("Glossary", "The first loop that says what the last loop says.")},
    {"last-flip", QT_TRANSLATE_NOOP(
                      "Glossary", "The last loop whose best word is not that of the loop before.")},
    {"flips", QT_TRANSLATE_NOOP("Glossary", "How often the best word changes from loop to loop.")},
};

constexpr MeaningRow kGateMeanings[] = {
    {"lookahead",
     QT_TRANSLATE_NOOP("Glossary",
                       "Trained to stop where no later loop would gain enough: the usual one.")},
    {"paper",
     QT_TRANSLATE_NOOP("Glossary",
                       "Trained as the Ouro paper does: to stop where the loss falls no more.")},
    {"stage1", QT_TRANSLATE_NOOP(
                   "Glossary", "As the first stage of training left it: careful, it stops late.")},
};

template <std::size_t N>
std::string_view meaningIn(const MeaningRow (&rows)[N], std::string_view id) {
  const auto found = std::ranges::find(rows, id, &MeaningRow::first);
  return found == std::end(rows) ? std::string_view() : found->second;
}

QString inWindowLanguage(std::string_view text) {
  return text.empty() ? QString()
                      : QCoreApplication::translate("Glossary", std::string(text).c_str());
}

}  // namespace

std::span<const GlossaryWord> glossary() {
  return kGlossary;
}

std::string_view meaningOf(const Measure& measure) {
  return meaningIn(kMeasureMeanings, measure.id);
}

QString glossarySentence(std::string_view id) {
  const auto found = std::ranges::find(kGlossary, id, &GlossaryWord::id);
  if (found == std::end(kGlossary)) throw std::out_of_range(std::string(id));
  return inWindowLanguage(found->meaning);
}

QString measureMeaning(const Measure& measure) {
  return inWindowLanguage(meaningOf(measure));
}

QString gateMeaning(const std::string& name) {
  return inWindowLanguage(meaningIn(kGateMeanings, name));
}

}  // namespace ouroscope
