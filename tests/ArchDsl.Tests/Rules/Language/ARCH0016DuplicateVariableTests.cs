namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0016DuplicateVariableTests : RuleTests
{
    private const string Program = """
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [S3] public partial class Images;
            [Secret] public partial class Key;
            [Rds] public partial class Database;
            [Rds] public partial class Archive;
            [Fargate(Image = "i"), EDGES] public partial class Api;
        }
        """;

    [Theory]
    [InlineData("Env(\"IMAGES_BUCKET_NAME\", \"a\"), [|Uses<Images>|]")]
    [InlineData("Env(\"KEY\", \"a\"), [|InjectSecret<Key>(\"KEY\")|]")]
    [InlineData("Uses<Images>(Env = \"A\"), [|Uses<Key>(Env = \"A\")|]")]
    [InlineData("Env(\"DB_HOST\", \"a\"), [|Uses<Database>|]")]
    public Task SecondValue_IsReported(string edges) => VerifyAsync(Program.Replace("EDGES", edges, StringComparison.Ordinal));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program.Replace("EDGES", "Env(\"KEY\", \"a\"), {|#0:InjectSecret<Key>(\"KEY\")|}", StringComparison.Ordinal),
        [Finding("Api has a variable 'KEY' already: rename one with Env", 0)]);

    /// <summary>One for each of the five variables of a database.</summary>
    [Fact]
    public Task TwoDatabases_AreReported() => VerifyAsync(
        Program.Replace("EDGES", "Uses<Database>, [|[|[|[|[|Uses<Archive>|]|]|]|]|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("Uses<Database>, Uses<Archive>(Env = \"ARCHIVE\")")]
    [InlineData("Env(\"A\", \"a\"), Env(\"a\", \"a\"), InjectSecret<Key>(\"KEY\"), Uses<Key>")]
    [InlineData("Uses<Database>, {|ARCH0019:Uses<Database>|}")] // one fault, one error
    [InlineData("Env(\"A\", \"a\"), {|ARCH0019:Env(\"A\", \"b\")|}")]
    public Task DifferentNames_AreNotReported(string edges) => VerifyAsync(Program.Replace("EDGES", edges, StringComparison.Ordinal));
}
