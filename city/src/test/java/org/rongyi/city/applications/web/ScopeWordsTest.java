package org.rongyi.city.applications.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Plain words become phrases of a registration.
class ScopeWordsTest {
    private final ScopeWords scopes = new ScopeWords();

    private List<String> texts(String plain) {
        return scopes.find(plain).stream().map(ScopeWords.Phrase::text).toList();
    }

    @Test
    void whatPeopleSayFindsWhatRegistrationsWrite() {
        assertThat(texts("开火锅店，卖酒水")).contains("餐饮服务", "酒类经营");
        assertThat(texts("写程序做小程序")).first().isEqualTo("软件开发");
        assertThat(texts("代理记账")).first().isEqualTo("代理记账");
        assertThat(texts("")).isEmpty();
        assertThat(texts("月球采矿")).isEmpty();
    }

    @Test
    void aPhraseJoinsTheScopeOnce() {
        assertThat(ScopeWords.with("餐饮服务；", List.of("酒类经营", "餐饮服务"))).isEqualTo("餐饮服务；酒类经营");
        assertThat(ScopeWords.with("", List.of("软件开发"))).isEqualTo("软件开发");
    }
}
