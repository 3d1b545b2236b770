namespace Ethics.Crm.Soundness.Tests.Families;

/// <summary>A part of the flow engine that can be switched off: some of its methods do nothing and yield nothing.</summary>
/// <param name="Name">What programs do that it follows.</param>
/// <param name="Parts">The methods, each as <c>Type.Method</c>; <c>Type.Method:Called</c> for the calls of one of them in another.</param>
internal sealed record Family(string Name, params string[] Parts)
{
    private const string Methods = "MethodAnalysis.";

    public static IReadOnlyList<Family> All { get; } =
    [
        Of("variables that are read", "Variable"),
        Of("variables that are written", "AssignVariable"),
        Of("texts made of texts", "Parts"),
        Of("compound assignments", "Combined"),
        Of("conditional expressions", "Capture"),
        Of("tuples", "Tuple"),
        Of("deconstruction", "Deconstruction"),
        Of("objects that are made", "Creation"),
        Of("copies of records", "Copy"),
        Of("parameters of records", "BeforeInitializers"),
        Of("fields that are read", "Field"),
        Of("properties that are read", "Property"),
        Of("objects that are written", "Put"),
        Of("arrays that are made", "Array"),
        Of("elements of arrays and lists", "Element"),
        Of("properties of collections", "OfCollection"),
        Of("methods of collections", "Library"),
        Of("collections poured into others", "Pour"),
        Of("code that nobody knows", "Unknown"),
        Of("left sides and references", "Places"),
        Of("static members", "Static", "AssignStatic"),
        Of("patterns", "Match"),
        Of("parts that patterns take", "Recursive"),
        Of("objects without name", "Initialised"),
        Of("exceptions that are thrown", "Throw"),
        Of("exceptions that are caught", "Caught"),
        Of("lambdas", "Lambda"),
        Of("local functions", "Learn"),
        Of("calls", "CallOf"),
        Of("any of several implementations", "ApplyAll"),
        Of("arguments handed to code for a purpose", "HandOver"),
        Of("operators and conversions", "EvaluateRare:CallOf", "Binary:CallOf", "Increment:CallOf"),
        Of("parameters as a method finds them", "EntryOf"),
        new("variables that functions take along", "Nested.Held"),
        new("variables that functions write", "Nested.WrittenInside"),
        new("arguments of functions", "Nested.HandedTo"),
        new("objects that functions find", "Nested.get_Heap"),
        Of("elements that are yielded", "Yield"),
        Of("methods that run when they are asked", "Ask"),
        Of("results by reference", "ReferencesOf"),
        new("handlers and ends of blocks", "Graph.HandlersOf"),
        new("what follows the end of a block", "Graph.AfterFinally"),
        new("what a call returns", "MethodSummary.get_Result"),
        new("what a call leaves in ref and out", "MethodSummary.get_Outs"),
        new("what a call leaves in objects", "MethodSummary.get_Heap"),
        new("what a call throws", "MethodSummary.get_Thrown"),
        new("what a call does with what it is given", "MethodSummary.get_Arrivals"),
    ];

    private static Family Of(string name, params string[] methods) => new(name, [.. methods.Select(static method => Methods + method)]);
}
