using System.Text.RegularExpressions;
using ArchDsl.Model;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Model;

/// <summary>Names that are made from names.</summary>
public sealed partial class NameTests
{
    private static readonly FsCheck.Gen<string> Texts = Gen.Elements('a', 'B', '7', '_', '-', ' ', 'ß', 'İ').ArrayOf().Select(static c => new string(c));

    [Theory]
    [InlineData("vpc_id", "VpcId")]
    [InlineData("app public-ip", "AppPublicIp")]
    [InlineData("AlreadyPascal", "AlreadyPascal")]
    [InlineData("2nd", "2nd")]
    [InlineData("größe", "GrE")]
    [InlineData("--", "")]
    public void LogicalId_IsInPascalCase(string name, string id) => Assert.Equal(id, OutputName.LogicalId(name));

    [Fact]
    public void LogicalId_HasLettersAndDigitsAlone() => Texts.Check(static text =>
    {
        string id = OutputName.LogicalId(text);
        Assert.Matches(LettersAndDigits(), id);
        Assert.Equal(id, OutputName.LogicalId(id));
    });

    /// <summary>A class may have letters of every script, a container those of ASCII alone.</summary>
    [Fact]
    public void ContainerName_IsInAscii() => Assert.Equal(
        "Bestell_bersicht_2",
        TestProgram.Lower("[Vpc, PublicSubnet, Fargate(Image = \"i\")] public partial class Bestellübersicht_2;").Components.OfType<FargateService>().Single().ContainerName);

    [Theory]
    [InlineData("Images", "BUCKET_NAME", "IMAGES_BUCKET_NAME")]
    [InlineData("Edge.UserImages", "BUCKET_NAME", "USER_IMAGES_BUCKET_NAME")]
    [InlineData("OrderTable", "TABLE_NAME", "ORDER_TABLE_NAME")]
    [InlineData("Table", "TABLE_NAME", "TABLE_NAME")]
    [InlineData("HTTPServer", "URL", "HTTP_SERVER_URL")]
    [InlineData("S3Images", "BUCKET_NAME", "S3_IMAGES_BUCKET_NAME")]
    [InlineData("", "URL", "URL")]
    public void VariableName_IsInUpperSnakeCase(string path, string suffix, string name) => Assert.Equal(name, VariableName.Of(new NodePath(path), suffix));

    [Theory]
    [InlineData("", "A", "A", "")]
    [InlineData("A", "B", "A.B", "A")]
    [InlineData("A.B", "C", "A.B.C", "A.B")]
    public void Path_KnowsItsParent(string parent, string name, string child, string parentOfChild)
    {
        NodePath path = new NodePath(parent).Child(name);
        Assert.Equal((child, parentOfChild), (path.Value, path.Parent.Value));
        Assert.False(path.IsRoot);
        Assert.True(NodePath.Root.IsRoot);
        Assert.Equal(NodePath.Root, NodePath.Root.Parent);
    }

    /// <summary>The field of a class in the root is its own, whatever underscores stand in names.</summary>
    [Fact]
    public void Fields_AreUnique()
    {
        var names = Gen.Elements("A", "_", "0", "B").NonEmptyListOf().Select(static parts => string.Concat(parts)).Where(static name => name[0] != '0');
        var paths = names.NonEmptyListOf().Select(static path => new NodePath(string.Join('.', path)));
        paths.Twice().Check(static pair => Assert.Equal(pair.Item1 == pair.Item2, CdkProgramBuilder.Field(pair.Item1) == CdkProgramBuilder.Field(pair.Item2)), 20_000);
    }

    [GeneratedRegex("^[A-Za-z0-9]*$")]
    private static partial Regex LettersAndDigits();
}
