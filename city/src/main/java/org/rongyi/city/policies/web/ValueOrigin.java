package org.rongyi.city.policies.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;

/// Where the values of a verdict come from, and how the reader can correct one.
sealed interface ValueOrigin {
    /// Where the value comes from; empty when there is none.
    Optional<String> from(Page page, ElementDefinition element);

    /// The link that corrects a value; null when there is none.
    @Nullable
    Link correction(ElementDefinition element);

    /// Why rules miss the value though one is on record; empty when none is.
    default Optional<String> unused(Page page, ElementDefinition element) {
        return Optional.empty();
    }

    /// Whether the reader contests the value.
    default boolean contested(ElementDefinition element) {
        return false;
    }

    /// The link beside a missing value; null when there is none.
    default @Nullable Link beside(ElementDefinition element) {
        return null;
    }

    /// Where the reader can supply a missing value; null when the reader cannot.
    default @Nullable Link supply(ElementDefinition element) {
        return null;
    }

    /// A firm of the register.
    ///
    /// @param mayAnswer whether the reader may answer for the firm
    record Register(Portrait portrait, boolean mayAnswer) implements ValueOrigin {
        @Override
        public Optional<String> from(Page page, ElementDefinition element) {
            return portrait.fact(element.id())
                    .map(fact -> source(page, fact)
                            + page.say("，", ", ")
                            + page.day(fact.asOf())
                            + (fact.contested() ? page.say("；", "; ") + awaiting(page, fact) : ""));
        }

        private static String source(Page page, Portrait.Fact fact) {
            if (fact.selfDeclared()) {
                return page.say("您自己填的", "you said so");
            }
            if (fact.source().equals(FactReport.INFERRED)) {
                return page.say("系统推断的", "inferred");
            }
            return page.named(fact.source());
        }

        @Override
        public @Nullable Link correction(ElementDefinition element) {
            return portrait.fact(element.id())
                    .filter(fact -> !fact.contested())
                    .map(fact -> fact.selfDeclared()
                            ? Link.of("改", "Change", "/my/data/" + element.id() + "/declare")
                            : Link.of("有误？", "Wrong?", "/my/data/" + element.id() + "/contest"))
                    .orElse(null);
        }

        @Override
        public Optional<String> unused(Page page, ElementDefinition element) {
            return portrait.fact(element.id())
                    .filter(fact -> !fact.countsForRules())
                    .map(fact -> fact.contested()
                            ? awaiting(page, fact)
                            : page.say("系统推断的，把握不够，没有采用", "inferred, not sure enough to be used"));
        }

        private static String awaiting(Page page, Portrait.Fact fact) {
            return page.say(
                    "您提了异议，等" + fact.source() + "答复",
                    "contested by you; " + page.named(fact.source()) + " is to answer");
        }

        @Override
        public boolean contested(ElementDefinition element) {
            return portrait.fact(element.id()).map(Portrait.Fact::contested).orElse(false);
        }

        /// A contested fact is not asked again: its department must answer.
        @Override
        public @Nullable Link supply(ElementDefinition element) {
            return mayAnswer && element.selfDeclared() && element.ask() != null && !contested(element)
                    ? Link.of("在下面回答", "Answer below", "#" + element.id())
                    : null;
        }
    }

    /// A visitor who answered questions.
    record Answers() implements ValueOrigin {
        @Override
        public Optional<String> from(Page page, ElementDefinition element) {
            return Optional.of(page.say("您的回答", "your answer"));
        }

        @Override
        public Link correction(ElementDefinition element) {
            return Link.of("改", "Change", "/check?ask=" + element.id());
        }

        @Override
        public @Nullable Link beside(ElementDefinition element) {
            return supply(element);
        }

        @Override
        public @Nullable Link supply(ElementDefinition element) {
            return element.ask() == null ? null : Link.of("回答", "Answer", "/check?ask=" + element.id());
        }
    }

    /// A verdict of the past: the values of then.
    record Past() implements ValueOrigin {
        @Override
        public Optional<String> from(Page page, ElementDefinition element) {
            return Optional.of(page.say("当时的数据", "as known then"));
        }

        @Override
        public @Nullable Link correction(ElementDefinition element) {
            return null;
        }
    }
}
