package org.rongyi.seals;

/// One question that a verifier asks. The words of a failed check say what is wrong.
public enum Check {
    SIGNED("文件有签章", "It is sealed", "文件没有签章", "It is not sealed"),
    UNCHANGED("盖章后内容未改动", "Nothing was changed after sealing", "盖章后内容被改动", "It was changed after sealing"),
    COMPLETE("没有夹带未盖章的内容", "Everything in it is under the seal", "夹带了未盖章的内容", "It holds parts that nobody sealed"),
    SIGNATURE_TRUE("签名值正确", "The signature is true", "签名值不正确", "The signature is not true"),
    SIGNER_TRUSTED(
            "签章人的证书由受信任的机构签发",
            "The signer's certificate is from a trusted authority",
            "签章人的证书不是受信任的机构签发的",
            "The signer's certificate is not from a trusted authority"),
    SEAL_GENUINE(
            "印章由受信任的制章单位制作",
            "The seal was made by a trusted maker of seals",
            "印章不是受信任的制章单位制作的",
            "The seal was not made by a trusted maker of seals"),
    SIGNER_ENTITLED("签章人有权使用这枚印章", "The signer may use this seal", "签章人无权使用这枚印章", "The signer may not use this seal"),
    STAMP_TRUE(
            "印章图样大小与印章一致",
            "The seal's picture has its true size",
            "印章图样被放大，可能遮盖内容",
            "The seal's picture was enlarged and may hide something"),
    CERTIFICATE_IN_TIME(
            "签章时证书在有效期内",
            "Certificates were valid when it was sealed",
            "签章时证书不在有效期内",
            "A certificate was not valid when it was sealed"),
    SEAL_IN_TIME(
            "签章时印章在有效期内",
            "The seal was valid when it was used",
            "签章时印章不在有效期内",
            "The seal was not valid when it was used"),
    TIME_PLAUSIBLE("签章时间合理", "The time of sealing is plausible", "签章时间在将来", "The time of sealing lies in the future"),
    STATUS_KNOWN(
            "吊销名单是最新的",
            "The list of what was revoked is current",
            "没有最新的吊销名单，无法确认是否已被吊销",
            "Without a current list nobody can tell whether it was revoked"),
    CERTIFICATE_NOT_REVOKED("证书未被吊销", "No certificate was revoked", "证书已被吊销", "A certificate was revoked"),
    SEAL_NOT_REVOKED("印章未被注销", "The seal was not revoked", "印章已被注销", "The seal was revoked"),
    DOCUMENT_NOT_REVOKED(
            "文件未被吊销或暂停",
            "The document was not revoked or suspended",
            "文件已被吊销或暂停",
            "The document was revoked or suspended"),
    DOCUMENT_IN_TIME("文件在有效期内", "The document is in force", "文件已过有效期", "The document has run out");

    private final String holdsZh;
    private final String holdsEn;
    private final String failsZh;
    private final String failsEn;

    Check(String holdsZh, String holdsEn, String failsZh, String failsEn) {
        this.holdsZh = holdsZh;
        this.holdsEn = holdsEn;
        this.failsZh = failsZh;
        this.failsEn = failsEn;
    }

    public String zh(boolean holds) {
        return holds ? holdsZh : failsZh;
    }

    public String en(boolean holds) {
        return holds ? holdsEn : failsEn;
    }
}
