using System.Runtime.CompilerServices;

namespace ArchDsl.Harness;

/// <summary>
/// Compares text with an approved file beside the test: <c>Match(text, "Orders.cs")</c> reads <c>Orders.verified.cs</c>.
/// A mismatch writes <c>Orders.received.cs</c>, or with ARCHDSL_UPDATE_SNAPSHOTS=1 the approved file itself, except in CI.
/// </summary>
public static class Snapshot
{
    public static void Match(string text, string name, [CallerFilePath] string testFile = "") =>
        Match(text, name, Repository.Locate(testFile), Environment.GetEnvironmentVariable);

    internal static void Match(string text, string name, string testFile, Func<string, string?> environment)
    {
        var stem = Path.Combine(Path.GetDirectoryName(testFile)!, Path.GetFileNameWithoutExtension(name));
        var (verified, received) = (stem + ".verified" + Path.GetExtension(name), stem + ".received" + Path.GetExtension(name));
        text = text.ReplaceLineEndings("\n");

        var approved = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (approved == text)
        {
            File.Delete(received);
            return;
        }

        if (environment("ARCHDSL_UPDATE_SNAPSHOTS") == "1")
        {
            if (environment("CI") == "true")
            {
                throw new HarnessException("Snapshots are not updated in CI: unset ARCHDSL_UPDATE_SNAPSHOTS.");
            }

            File.WriteAllText(verified, text);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new HarnessException(approved is null
            ? $"There is no {verified} yet. Review {received}, then run again with ARCHDSL_UPDATE_SNAPSHOTS=1."
            : $"The text differs from {verified}. If that is meant, run with ARCHDSL_UPDATE_SNAPSHOTS=1.\n{LineDiff.Of(approved, text)}");
    }
}
