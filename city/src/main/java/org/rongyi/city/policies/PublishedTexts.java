package org.rongyi.city.policies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyText;
import org.rongyi.definitions.PolicyVersion;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/// The table of published texts. What stands in it never changes, so a file that says something else under a published
/// version is refused: firms were judged by what was published.
@Component
class PublishedTexts {
    private static final String ADVICE = "Maybe give it a new version, with the day it became known as recordedOn"
            + " (a demo may forget the old text with --fresh)";

    private static final String UNTIL = " until ";

    private final JdbcTemplate database;
    private final Clock clock;

    PublishedTexts(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Which text: policy and version.
    record Key(String policyId, String version) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byPolicy = policyId.compareTo(other.policyId);
            return byPolicy != 0 ? byPolicy : version.compareTo(other.version);
        }
    }

    /// The texts of a policy with their last days, such as `2023.1 until 2027-12-31`: what a policy says
    /// changes with them.
    static List<String> namesOf(PolicyDefinition policy) {
        return policy.versions().stream()
                .map(text -> text.validTo() == null ? text.version() : text.version() + UNTIL + text.validTo())
                .toList();
    }

    /// Whether that is how [#namesOf] calls the version.
    static boolean isNamed(String name, String version) {
        return name.equals(version) || name.startsWith(version + UNTIL);
    }

    /// Everything that was ever published, in order.
    Map<Key, String> all() {
        return texts("select policy_id, version, content from policies.version");
    }

    private Map<Key, String> texts(String query, Object... parameters) {
        Map<Key, String> texts = new TreeMap<>();
        database.query(
                query,
                (RowCallbackHandler) row -> texts.put(
                        new Key(row.getString("policy_id"), row.getString("version")), row.getString("content")),
                parameters);
        return texts;
    }

    /// A published text that says something else where it is given again.
    record Changed(Key text, Fault fault) {}

    /// Publishes what is new, of policies that change nothing which is published. Another process may publish the same
    /// at the same time: the first one counts, and both then see it.
    ///
    /// @return the published texts that these policies change
    List<Changed> publish(List<PolicyDefinition> policies) {
        Map<Key, String> published = all();
        Set<String> changed = changed(policies, published).stream()
                .map(each -> each.text().policyId())
                .collect(Collectors.toSet());
        List<Object[]> fresh = new ArrayList<>();
        for (PolicyDefinition policy : policies) {
            for (PolicyVersion version : policy.versions()) {
                if (!changed.contains(policy.id()) && !published.containsKey(new Key(policy.id(), version.version()))) {
                    fresh.add(row(policy, version));
                }
            }
        }
        if (!fresh.isEmpty()) {
            database.batchUpdate("""
                    insert into policies.version
                        (policy_id, version, valid_from, valid_to, recorded_on, content, content_hash, published_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", fresh);
            published = all();
        }
        return changed(policies, published);
    }

    /// A fault for each text of a policy that is published and says something else here.
    List<Fault> changed(PolicyDefinition policy) {
        String ofPolicy = "select policy_id, version, content from policies.version where policy_id = ?";
        return changed(List.of(policy), texts(ofPolicy, policy.id())).stream()
                .map(Changed::fault)
                .toList();
    }

    private Object[] row(PolicyDefinition policy, PolicyVersion version) {
        String content = PolicyText.write(policy, version);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return new Object[] {
            policy.id(),
            version.version(),
            version.validFrom(),
            version.validTo(),
            version.recordedOn(),
            content,
            hash(content),
            now
        };
    }

    private static List<Changed> changed(List<PolicyDefinition> policies, Map<Key, String> published) {
        List<Changed> changed = new ArrayList<>();
        for (PolicyDefinition policy : policies) {
            for (PolicyVersion version : policy.versions()) {
                Key text = new Key(policy.id(), version.version());
                String content = published.get(text);
                List<String> changes = content == null ? List.of() : PolicyText.changes(content, policy, version);
                if (!changes.isEmpty()) {
                    Fault fault = Fault.error(
                            version.place(),
                            "version \"%s\" of policy %s is published, and this file has changed it since (%s)"
                                    .formatted(version.version(), policy.id(), String.join(", ", changes)),
                            ADVICE);
                    changed.add(new Changed(text, fault));
                }
            }
        }
        return changed;
    }

    private static String hash(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
