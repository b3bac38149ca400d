package org.rongyi.seals.ofd;

/// A file that cannot be read safely, and why.
public final class Unreadable extends Exception {
    /// Why a file is not judged at all.
    public enum Why {
        NOT_A_DOCUMENT("不是 OFD 或 PDF 文件", "neither an OFD document nor a PDF"),
        BROKEN_CONTAINER("文件已损坏或结构不规范", "the file is broken, or packed in a way that hides something"),
        TOO_LARGE("文件过大，或解开后过大（压缩炸弹）", "too large, or much too large once unpacked"),
        HOSTILE_XML("文件里有危险的 XML（例如外部实体）", "XML that may do harm, such as external entities"),
        LARGE_XML("文件里的 XML 过大", "an XML part that is far larger than any document needs"),
        REPEATED("同一部分被重复引用", "one part is named many times, which only keeps readers busy"),
        TOO_MANY_SIGNATURES("签章数量过多", "more signatures than are judged in one file"),
        BROKEN_XML("文件里的 XML 无法读取", "XML that cannot be read"),
        SEALED_ALREADY("文件已经签过章，没有给别人留位置", "it is sealed already, and no place is kept for another"),
        LOCKED("文件加了密", "it is encrypted"),
        NOT_STILL(
                "文件里有脚本、附件、可开关的图层、可填的栏，或者缺一部分内容，签后可能显示别的内容",
                "it holds scripts, files, layers or fields, or lacks a part: it may show something else tomorrow"),
        BUSY("现在同时盖章的人太多，请过一会儿再试", "too many are being sealed just now; try again in a moment"),
        NOT_SUPPORTED("此种文件尚不能验证", "a kind of file that is not judged here");

        private final String zh;
        private final String en;

        Why(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    private final Why why;

    public Unreadable(Why why, String detail) {
        super(detail);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
