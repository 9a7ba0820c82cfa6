using System.Text.RegularExpressions;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Deployment;

/// <summary>The commands that <c>archdsl document</c> writes down show what was deployed.</summary>
[Collection(EmulatorCollection.Name)]
public partial class ChecklistTests(Emulator emulator)
{
    // Between the answers of two commands.
    private const string Mark = "--archdsl-next--";

    [ToolTheory(Tools.Moto, Tools.AwsCli, Tools.Bash)]
    [InlineData("EightDigit")]
    [InlineData("LibertySocial")]
    public async Task EveryCommand_ShowsItsResource(string sample)
    {
        var stack = await emulator.Deploy(sample);
        var document = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", sample, "ARCHITECTURE.md"))).ReplaceLineEndings("\n");
        var once = Once().Match(document).Groups["script"].Value;
        var commands = Item().Matches(document).Select(item => item.Groups["command"].Value).ToList();
        Assert.True(commands.Count > 5, "There is no checklist.");

        // The emulator's stack has the name of the sample, and no task of it registers with a load balancer.
        var script = $"{once}\nSTACK={sample}\n" + string.Join('\n', commands.Select(command => $"{command}; echo \"{Mark} $?\""));
        var finished = await emulator.Shell(stack.Region, script);
        var answers = finished.Output.Split(Mark);

        Assert.Equal(commands.Count + 1, answers.Length);
        var silent = string.Join('\n', commands.Select((command, i) => (command, answer: Said(answers[i]), code: answers[i + 1].Split('\n')[0].Trim()))
            .Where(asked => asked.code != "0" || (asked.answer is "" or "None" or "[]" && !asked.command.Contains("describe-target-health", StringComparison.Ordinal)))
            .Select(asked => $"{asked.command}: {asked.code} {asked.answer}"));
        Assert.True(silent.Length == 0, $"{silent}\n{finished.Error}");
    }

    // What follows a mark begins with the exit code of the command before it.
    private static string Said(string answer) => answer.StartsWith(' ') ? answer[(answer.IndexOf('\n') + 1)..].Trim() : answer.Trim();

    [GeneratedRegex("```bash\n(?<script>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Once();

    [GeneratedRegex("^- \\[ \\] .*?: `(?<command>aws .*)`$", RegexOptions.Multiline)]
    private static partial Regex Item();
}
