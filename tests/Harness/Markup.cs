using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Harness;

/// <summary>A marked span: a diagnostic id, <c>#n</c> for a numbered location, or "" for the test's default diagnostic.</summary>
public readonly record struct MarkupSpan(string Key, TextSpan Span);

/// <summary>
/// Source text with marked spans, in the notation of Microsoft.CodeAnalysis.Testing: <c>[|default|]</c>,
/// <c>{|ARCH1001:named|}</c>, <c>{|#0:numbered|}</c>. Two extensions make every text and every set of spans printable:
/// <c>{||}</c> is dropped, and so separates characters that would read as markup (<c>[{||}|</c> means <c>[|</c>);
/// <c>{|/n|}</c> closes not the innermost open span but the one n levels further out, for spans that overlap.
/// </summary>
public sealed partial class Markup
{
    public Markup(string text, IEnumerable<MarkupSpan> spans)
    {
        Text = text;
        Spans =
        [
            .. spans.OrderBy(s => s.Span.Start).ThenByDescending(s => s.Span.End).ThenBy(s => s.Key, StringComparer.Ordinal),
        ];
    }

    public string Text { get; }

    /// <summary>The spans in reading order, outer before inner.</summary>
    public ImmutableArray<MarkupSpan> Spans { get; }

    [GeneratedRegex(@"(?<separator>\{\|\|\})|\{\|/(?<level>[0-9]+)\|\}|\{\|(?<key>#?[A-Za-z0-9_.+-]+):|\[\||\|\]|\|\}")]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"\A(#?[A-Za-z0-9_.+-]+)?\z")]
    private static partial Regex ValidKey { get; }

    public static Markup Parse(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var open = new List<(string Key, int Start)>();
        var spans = new List<MarkupSpan>();
        var consumed = 0;
        foreach (Match token in Token.Matches(markup))
        {
            text.Append(markup, consumed, token.Index - consumed);
            consumed = token.Index + token.Length;
            if (token.Groups["key"].Success)
            {
                open.Add((token.Groups["key"].Value, text.Length));
            }
            else if (token.Value == "[|")
            {
                open.Add(("", text.Length));
            }
            else if (!token.Groups["separator"].Success)
            {
                var closed = token.Groups["level"].Success
                    ? open.Count - 1 - int.Parse(token.Groups["level"].Value, CultureInfo.InvariantCulture)
                    : open.FindLastIndex(s => (s.Key == "") == (token.Value == "|]"));
                if (closed < 0)
                {
                    throw new HarnessException(
                        $"Line {LineOf(markup, token.Index)}: '{token.Value}' closes nothing. "
                        + $"Write '{token.Value[0]}{{||}}{token.Value[1..]}' if it is meant literally.");
                }

                spans.Add(new(open[closed].Key, TextSpan.FromBounds(open[closed].Start, text.Length)));
                open.RemoveAt(closed);
            }
        }

        if (open.Count > 0)
        {
            throw new HarnessException($"The span '{(open[^1].Key is "" ? "[|" : "{|" + open[^1].Key + ":")}' is not closed.");
        }

        text.Append(markup, consumed, markup.Length - consumed);
        return new(text.ToString(), spans);
    }

    /// <summary>The marked-up text: <c>Parse(x.Print())</c> has the text and the spans of x.</summary>
    public string Print()
    {
        var output = new StringBuilder(Text.Length);
        var open = new List<MarkupSpan>();
        var literal = '\0';

        for (var position = 0; position <= Text.Length; position++)
        {
            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (open[i].Span.End == position)
                {
                    Close(i);
                }
            }

            foreach (var span in Spans.Where(s => s.Span.Start == position))
            {
                if (!ValidKey.IsMatch(span.Key))
                {
                    throw new HarnessException($"'{span.Key}' cannot name a span.");
                }

                Write(span.Key is "" ? "[|" : "{|" + span.Key + ":");
                open.Add(span);
                if (span.Span.IsEmpty)
                {
                    Close(open.Count - 1);
                }
            }

            if (position < Text.Length)
            {
                Separate(Text[position]);
                output.Append(literal = Text[position]);
            }
        }

        return output.ToString();

        void Close(int index)
        {
            var isDefault = open[index].Key is "";
            var isInnermost = open.FindLastIndex(s => (s.Key is "") == isDefault) == index;
            Write(!isInnermost ? $"{{|/{open.Count - 1 - index}|}}" : isDefault ? "|]" : "|}");
            open.RemoveAt(index);
        }

        void Write(string token)
        {
            Separate(token[0]);
            output.Append(token);
            literal = '\0';
        }

        void Separate(char next)
        {
            if ((literal, next) is ('[', '|') or ('{', '|') or ('|', ']') or ('|', '}'))
            {
                output.Append("{||}");
            }
        }
    }

    /// <summary>For messages: never fails, whatever the spans.</summary>
    public override string ToString() => $"\"{Text}\" {string.Join(", ", Spans)}";

    private static int LineOf(string text, int position) => text.AsSpan(0, position).Count('\n') + 1;
}
