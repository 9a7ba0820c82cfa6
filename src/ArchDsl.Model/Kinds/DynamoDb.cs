namespace ArchDsl
{
    /// <summary>
    /// An Amazon DynamoDB table: encrypted, paid per request, recoverable to any second of the last 35 days, protected from deletion, and
    /// retained.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class DynamoDbAttribute : ArchDslAttribute
    {
        /// <summary>A table that CloudFormation names.</summary>
        public DynamoDbAttribute()
        {
        }

        /// <summary>A table with a name of its own.</summary>
        /// <param name="name">
        /// 3 to 255 letters, digits and <c>._-</c>
        /// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">AWS</see>).
        /// </param>
        public DynamoDbAttribute(string name) => Name = name;

        /// <summary>The table's name. Default: CloudFormation chooses one.</summary>
        public string? Name { get; }

        /// <summary>
        /// The attribute that spreads the items: the hash key. 1 to 255 bytes
        /// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">AWS</see>).
        /// Default: <c>id</c>.
        /// </summary>
        public string PartitionKey { get; set; } = "id";

        /// <summary>The type of the partition key. Default: string.</summary>
        public KeyType PartitionKeyType { get; set; }

        /// <summary>
        /// The attribute that orders the items of one partition: the range key. 1 to 255 bytes
        /// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">AWS</see>).
        /// Default: none.
        /// </summary>
        public string? SortKey { get; set; }

        /// <summary>The type of the sort key. Default: string.</summary>
        public KeyType SortKeyType { get; set; }

        /// <summary>Whether the table can be restored to any second of the last 35 days. Default: true.</summary>
        public bool PointInTimeRecovery { get; set; } = true;
    }

    /// <summary>The type of a key of a table.</summary>
    public enum KeyType
    {
        /// <summary>A string.</summary>
        String,

        /// <summary>A number.</summary>
        Number,

        /// <summary>Bytes.</summary>
        Binary,
    }
}

namespace ArchDsl.Model
{
    /// <summary>An Amazon DynamoDB table.</summary>
    public sealed record Table : Component
    {
        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>The hash key.</summary>
        public required TableKey PartitionKey { get; init; }

        /// <summary>The range key, or null.</summary>
        public required TableKey? SortKey { get; init; }

        /// <summary>Whether it can be restored to a point in time.</summary>
        public required bool PointInTimeRecovery { get; init; }

        /// <inheritdoc/>
        public override string KindName => "table";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.DataStore;

        /// <inheritdoc/>
        public override string Encryption => "at rest with a key of DynamoDB; TLS alone in transit";
    }

    /// <summary>A key of a table.</summary>
    /// <param name="Name">The attribute.</param>
    /// <param name="Type">Its type.</param>
    public sealed record TableKey(string Name, KeyType Type);

    /// <summary>Amazon DynamoDB.</summary>
    internal sealed class DynamoDb : Kind<DynamoDbAttribute, Table>
    {
        public override bool Networked => false;

        public override IReadOnlyList<Type> Modifiers => [typeof(RemovalAttribute)];

        public override Value? DefaultOutput => ArchDsl.Value.Name;

        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
        public override IReadOnlyList<string> Replacing => [nameof(Table.Name), nameof(Table.PartitionKey), nameof(Table.SortKey)];

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Name, ArchDsl.Value.Arn];

        protected override Table Lower(Written<DynamoDbAttribute> written, ComponentContext context)
        {
            DynamoDbAttribute table = written.Attribute;
            if (table.SortKey == table.PartitionKey)
            {
                context.Contradict(written.At(nameof(table.SortKey)), $"its partition key and its sort key are the same attribute '{table.SortKey}'; name another one");
            }

            if (table.SortKey is null && written.Declaration.Has(nameof(table.SortKeyType)))
            {
                context.Contradict(written.At(nameof(table.SortKeyType)), "there is no sort key of this type; set SortKey, or remove SortKeyType");
            }

            return new Table
            {
                Path = context.Node.Path,
                Origin = written.Origin,
                Placement = null,
                Hooked = context.Hooked,
                Removal = context.Removal(Removal.Retain),
                Name = table.Name,
                PartitionKey = new TableKey(table.PartitionKey, table.PartitionKeyType),
                SortKey = table.SortKey is null ? null : new TableKey(table.SortKey, table.SortKeyType),
                PointInTimeRecovery = table.PointInTimeRecovery,
            };
        }

        protected override bool UsedBy(Component user, Table target, Written<UsesAttribute> edge, LoweringContext context)
        {
            Access access = edge.Attribute.Access;
            List<string> actions = [];
            if (access.HasFlag(Access.Read))
            {
                actions.AddRange(["dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"]);
            }

            if (access.HasFlag(Access.Write))
            {
                actions.AddRange(["dynamodb:PutItem", "dynamodb:UpdateItem"]);
            }

            if (access.HasFlag(Access.Delete))
            {
                actions.Add("dynamodb:DeleteItem");
            }

            // A batch can delete as well as write.
            if (access.HasFlag(Access.Write | Access.Delete))
            {
                actions.Add("dynamodb:BatchWriteItem");
            }

            if (actions.Count > 0)
            {
                context.Grant(user, Principal.Runtime, actions, [new GrantResource(target.Path)], edge.Origin);
            }

            context.Edges.Add(new Edge(user.Path, target.Path, null, edge.Origin));
            if (user.TakesEnvironment)
            {
                context.Inject(user, edge.Attribute.Env ?? VariableName.Of(target.Path, "TABLE_NAME"), new ComponentValue(target.Path, ArchDsl.Value.Name), edge.Origin);
            }

            return true;
        }

        protected override void Emit(Table t, CdkScope cdk) => cdk.Property(
            "Table",
            "AWS.DynamoDB.Table",
            new Props("AWS.DynamoDB.TableProps")
            {
                { "TableName", t.Name is null ? null : CdkValue.Name(t.Name) },
                { "PartitionKey", Key(t.PartitionKey) },
                { "SortKey", t.SortKey is null ? null : Key(t.SortKey) },
                { "BillingMode", Cdk.Static("AWS.DynamoDB.BillingMode.PAY_PER_REQUEST") },
                { "PointInTimeRecovery", t.PointInTimeRecovery },
                { "DeletionProtection", t.Removal != Removal.Destroy },
                { "RemovalPolicy", CdkScope.Removal(t) },
            },
            "The table.");

        protected override CdkValue? Value(Table t, Value value, CdkScope cdk) => value switch
        {
            ArchDsl.Value.Name => CdkValue.Code(cdk.Member(t.Path, "Table") + ".TableName"),
            ArchDsl.Value.Arn => CdkValue.Code(cdk.Member(t.Path, "Table") + ".TableArn"),
            _ => null,
        };

        protected override string Arn(Table t, ResourcePart part, CdkScope cdk) => cdk.Member(t.Path, "Table") + ".TableArn";

        protected override IEnumerable<Usage> Usages(Table t, ArchitectureTopology topology) =>
        [
            Usage.OnDemand("AmazonDynamoDB", "reads", "1000000 request units"),
            Usage.OnDemand("AmazonDynamoDB", "writes", "1000000 request units"),
            Usage.OnDemand("AmazonDynamoDB", "storage", "GB-month"),
            .. t.PointInTimeRecovery ? new[] { Usage.OnDemand("AmazonDynamoDB", "point-in-time recovery", "GB-month") } : [],
        ];

        protected override string Describe(Table t) => $"table{(t.Name is null ? "" : " " + t.Name)}, key {t.PartitionKey.Name}{(t.SortKey is null ? "" : " and " + t.SortKey.Name)}, pay per request";

        private static CdkValue Key(TableKey key) => new Props("AWS.DynamoDB.Attribute")
        {
            { "Name", CdkValue.Literal(key.Name) },
            { "Type", Cdk.Static("AWS.DynamoDB.AttributeType." + key.Type.ToString().ToUpperInvariant()) },
        };
    }
}
