using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>EightDigit, its table and its two roles.</summary>
public class EightDigitTableTests() : SampleFacts("EightDigit")
{
    private FargateService App => new(Template, Template.Single("AWS::ECS::Service"));

    private Resource Table => Template.Single("AWS::DynamoDB::Table");

    [Theory]
    [InlineData("TableName", "EightDigit")]
    [InlineData("BillingMode", "PAY_PER_REQUEST")]
    public void Table_Has(string property, string value) => States(Table, property, value);

    [Theory]
    [InlineData("username", "HASH")]
    [InlineData("timestamp", "RANGE")]
    public void Table_HasTheKey(string attribute, string key) =>
        Assert.Equal(key, Assert.Single(Table.List("KeySchema"), one => one["AttributeName"]?.Text == attribute)["KeyType"]?.Text);

    [Theory]
    [InlineData("username")]
    [InlineData("timestamp")]
    public void Key_IsAString(string attribute) =>
        Assert.Equal("S", Assert.Single(Table.List("AttributeDefinitions"), one => one["AttributeName"]?.Text == attribute)["AttributeType"]?.Text);

    [Fact]
    public void Table_HasNoOtherKey() => Assert.Equal(2, Table.List("KeySchema").Count);

    [Fact]
    public void Table_IsKept() => Assert.Equal("Retain", Table.DeletionPolicy);

    [Theory]
    [InlineData("dynamodb:GetItem")]
    [InlineData("dynamodb:Query")]
    [InlineData("dynamodb:PutItem")]
    [InlineData("dynamodb:UpdateItem")]
    public void TaskRole_May(string action) => Assert.True(Identity.Can(App.TaskRole, action, Table.LogicalId));

    [Theory]
    [InlineData("dynamodb:DeleteTable")]
    [InlineData("dynamodb:UpdateTable")]
    [InlineData("dynamodb:CreateTable")]
    public void TaskRole_MayNot(string action) => Assert.False(Identity.Can(App.TaskRole, action, Table.LogicalId));

    [Fact]
    public void TaskRole_IsLimitedToTheTable()
    {
        Assert.All(Identity.Grants(App.TaskRole), grant => Assert.Equal([Table.LogicalId], grant.Resource.References()));
        Assert.All(Identity.Grants(App.TaskRole), grant => Assert.StartsWith("dynamodb:", grant.Action, StringComparison.Ordinal));
        Assert.Empty(Identity.ForeignPolicies(App.TaskRole));
    }

    [Fact]
    public void ExecutionRole_PullsAndLogsAlone()
    {
        var (repository, logs) = (Template.Single("AWS::ECR::Repository").LogicalId, App.LogGroup.LogicalId);
        Assert.Equal(
            [
                $"allow ecr:BatchCheckLayerAvailability on ${{{repository}.Arn}}",
                $"allow ecr:BatchGetImage on ${{{repository}.Arn}}",
                "allow ecr:GetAuthorizationToken on *",
                $"allow ecr:GetDownloadUrlForLayer on ${{{repository}.Arn}}",
                $"allow logs:CreateLogStream on ${{{logs}.Arn}}",
                $"allow logs:PutLogEvents on ${{{logs}.Arn}}",
            ],
            Identity.Grants(App.ExecutionRole).Select(grant => grant.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(Identity.ForeignPolicies(App.ExecutionRole));
    }

    [Fact]
    public void Roles_AreTwo() => Assert.NotEqual(App.TaskRole, App.ExecutionRole);

    [Fact]
    public void Roles_AreForEcsTasksAlone() => Assert.All([App.TaskRole, App.ExecutionRole], role =>
        Assert.Equal("{Service: ecs-tasks.amazonaws.com}", Assert.Single(Template[role].Property("AssumeRolePolicyDocument")!["Statement"]!.Items)["Principal"]!.ToString()));

    [Fact]
    public void NobodyElse_UsesTheTable() => Assert.DoesNotContain(
        Identity.Roles.Where(role => role.LogicalId != App.TaskRole).SelectMany(role => Identity.Grants(role.LogicalId)),
        grant => grant.Action.StartsWith("dynamodb:", StringComparison.Ordinal));
}
