// The CDK's library is one for the whole process, and does not load twice at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
