using ArchDsl.Harness;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Tests.HarnessTests;

public sealed class MarkupTests
{
    [Fact]
    public void Parse_GivesTextAndSpans()
    {
        var markup = Markup.Parse("a[|b{|X1:c|}|]d{|#0:|}");

        Assert.Equal("abcd", markup.Text);
        Assert.Equal<MarkupSpan>([new("", new(1, 2)), new("X1", new(2, 1)), new("#0", new(4, 0))], markup.Spans);
    }

    [Fact]
    public void Parse_DefaultAndNamedSpansMayOverlap() =>
        Assert.Equal<MarkupSpan>([new("", new(0, 2)), new("X1", new(1, 2))], Markup.Parse("[|a{|X1:b|]c|}").Spans);

    [Fact]
    public void Parse_NamedSpansMayOverlap() =>
        Assert.Equal<MarkupSpan>([new("X1", new(0, 2)), new("X2", new(1, 2))], Markup.Parse("{|X1:a{|X2:b{|/1|}c|}").Spans);

    [Theory]
    [InlineData("int[] a = [1]; if (a is [1, ..] || a[0] == 1) { }")]
    [InlineData("var f = (int x) => x | 1; bool? b = x || y; { } | { }")]
    public void Parse_LeavesOrdinaryCodeAlone(string code)
    {
        Assert.Equal(code, Markup.Parse(code).Text);
        Assert.Equal(code, new Markup(code, []).Print());
    }

    [Fact]
    public void Print_SeparatesTextThatReadsAsMarkup()
    {
        Assert.Equal("\"[{||}|;]\"", new Markup("\"[|;]\"", []).Print());
        Assert.Equal("\"[|;]\"", Markup.Parse("\"[{||}|;]\"").Text);
    }

    [Theory]
    [InlineData("a|]", "Line 1: '|]' closes nothing")]
    [InlineData("[|\n|}|]", "Line 2: '|}' closes nothing")]
    [InlineData("{|X1:a", "'{|X1:' is not closed")]
    public void Parse_ExplainsWhatIsWrong(string markup, string message) =>
        Assert.Contains(message, Assert.Throws<HarnessException>(() => Markup.Parse(markup)).Message, StringComparison.Ordinal);

    [Fact]
    public void ParseOfPrint_IsTheSame()
    {
        // Mostly characters that can be mistaken for markup, so that short texts hit every combination.
        var texts = Gen.Elements("[", "]", "{", "}", "|", "||", "/0", ":", "#", "X1", "\n").ArrayOf().Select(string.Concat);
        var keys = Gen.Elements("", "X1", "ARCH1001", "#0", "#1");
        var markups =
            from text in texts
            from spans in (from key in keys from a in Gen.Choose(0, text.Length) from b in Gen.Choose(0, text.Length)
                           select new MarkupSpan(key, TextSpan.FromBounds(Math.Min(a, b), Math.Max(a, b)))).ArrayOf()
            select new Markup(text, spans);

        Prop.ForAll(markups.ToArbitrary(), markup =>
        {
            var parsed = Markup.Parse(markup.Print());
            return parsed.Text == markup.Text && parsed.Spans.SequenceEqual(markup.Spans);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
