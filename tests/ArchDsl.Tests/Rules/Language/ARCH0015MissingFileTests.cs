namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0015MissingFileTests : RuleTests
{
    [Theory]
    [InlineData("setup.sh")]
    [InlineData("boot/setup.sh")]
    [InlineData("ot.sh")]
    [InlineData("BOOT.sh")]
    public Task FileThatTheProjectLacks_IsReported(string name) => VerifyAsync(
        Program($"[|UserDataFile = \"{name}\"|]"), project: static state => state.AdditionalFiles.Add(("/0/project/boot.sh", "")));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("{|#0:UserDataFile = \"setup.sh\"|}"),
        [Finding("The project hands no file 'setup.sh' to the compiler: check the path from the project's folder, and name it in an AdditionalFiles item unless it ends in .sh", 0)]);

    [Theory]
    [InlineData("boot.sh")]
    [InlineData("scripts/boot.sh")]
    [InlineData("scripts\\\\boot.sh")]
    [InlineData("project/scripts/boot.sh")]
    [InlineData("")]
    public Task FileOfTheProject_IsNotReported(string name) => VerifyAsync(
        Program($"UserDataFile = \"{name}\""), project: static state => state.AdditionalFiles.Add(("/0/project/scripts/boot.sh", "")));

    /// <summary>Where the build says what the project's folder is, a name is a path from there.</summary>
    [Theory]
    [InlineData("boot.sh")]
    [InlineData("project/scripts/boot.sh")]
    [InlineData("Scripts/boot.sh")]
    [InlineData("../boot.sh")]
    public Task FileOfAnotherFolder_IsReported(string name) => VerifyAsync(Program($"[|UserDataFile = \"{name}\"|]"), project: InFolder);

    [Theory]
    [InlineData("scripts/boot.sh")]
    [InlineData("./scripts//boot.sh")]
    [InlineData("scripts\\\\boot.sh")]
    [InlineData("other/../scripts/boot.sh")]
    [InlineData("../shared/boot.sh")]
    [InlineData("/0/project/scripts/boot.sh")]
    public Task FileByItsPathFromTheFolder_IsNotReported(string name) => VerifyAsync(Program($"UserDataFile = \"{name}\""), project: InFolder);

    private static void InFolder(Harness.SolutionState state)
    {
        state.GlobalOptions["build_property.ProjectDir"] = "/0/project/";
        state.AdditionalFiles.Add(("/0/project/scripts/boot.sh", ""));
        state.AdditionalFiles.Add(("/0/shared/boot.sh", ""));
    }

    private static string Program(string argument) => $"[Vpc, PublicSubnet, Ec2(\"t3.micro\", {argument})] public partial class Host;";
}
