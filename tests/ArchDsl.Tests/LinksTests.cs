using System.Text.RegularExpressions;
using ArchDsl.Harness;

namespace ArchDsl.Tests;

/// <summary>The links of all Markdown in the repository lead somewhere: on GitHub, in the package, and on the documentation site.</summary>
public sealed partial class LinksTests
{
    private static readonly string[] Foreign = ["bin", "obj", "artifacts", "node_modules", "cdk.out", "TestResults"];

    /// <summary>Every page, by its path from the root of the repository.</summary>
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md", new EnumerationOptions { RecurseSubdirectories = true })
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(static path => !path.Split('/').Any(static part => Foreign.Contains(part) || part.StartsWith('.')))
            .Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Pages))]
    public void Links_LeadToFilesAndHeadings(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        List<string> broken = [.. from link in LinksOf(File.ReadAllText(Path.Combine(Repository.Root, page)))
                                  where !Scheme().IsMatch(link)
                                  let fault = Fault(link, page, folder)
                                  where fault is not null
                                  select $"{link}: {fault}"];
        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("[a](b.md) and `[c](d.md)`", "b.md")]
    [InlineData("[`Uses<T>`](b.md#c)", "b.md#c")]
    [InlineData("![picture](p.png)", "p.png")]
    [InlineData("```text\n[a](b.md)\n```\n[c](d.md)", "d.md")]
    public void Links_AreFound(string text, string link) => Assert.Equal([link], LinksOf(text));

    [Theory]
    [InlineData("## What is kept", "what-is-kept")]
    [InlineData("### `[Uses<T>]`", "usest")]
    [InlineData("## 2. An architecture", "2-an-architecture")]
    [InlineData("## Why C#, and *not* [YAML](x.md)?", "why-c-and-not-yaml")]
    public void Headings_HaveAnchors(string heading, string anchor) => Assert.Equal([anchor], AnchorsOf(heading));

    [Fact]
    public void Headings_ThatRepeat_AreNumbered() => Assert.Equal(["a", "a-1"], AnchorsOf("## A\n\n```md\n# b\n```\n\n## A"));

    private static string? Fault(string link, string page, string folder)
    {
        string[] parts = link.Split('#', 2);
        string target = parts[0].Length == 0 ? Path.Combine(Repository.Root, page) : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
        return !target.StartsWith(Repository.Root, StringComparison.Ordinal) ? "it leads out of the repository"
            : Directory.Exists(target) ? "it leads to a folder, which is no page of the site; name the file in it"
            : !File.Exists(target) ? "there is no such file"
            : parts.Length > 1 && !AnchorsOf(File.ReadAllText(target)).Contains(parts[1]) ? "there is no such heading"
            : null;
    }

    private static List<string> LinksOf(string text) =>
        [.. Link().Matches(Code().Replace(WithoutFences(text), "code")).Select(static match => match.Groups[1].Value)];

    // What GitHub makes of a heading: https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links
    private static List<string> AnchorsOf(string text)
    {
        Dictionary<string, int> seen = [];
        List<string> anchors = [];
        foreach (Match heading in Heading().Matches(WithoutFences(text)))
        {
            string words = LinkText().Replace(heading.Groups[1].Value.Trim(), "$1").ToLowerInvariant();
            string anchor = string.Concat(words.Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
            int count = seen[anchor] = seen.GetValueOrDefault(anchor, -1) + 1;
            anchors.Add(count == 0 ? anchor : $"{anchor}-{count}");
        }

        return anchors;
    }

    private static string WithoutFences(string text) => Fence().Replace(text.ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?(?: ""[^""]*"")?\)")]
    private static partial Regex Link();

    // https:, mailto:, and xref: for pages that docfx makes.
    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex("(`+)[^\n]*?\\1")]
    private static partial Regex Code();

    [GeneratedRegex("^ *(```+|~~~+)[^\n]*\n.*?^ *\\1[ \t]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#{1,6} +([^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
