namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>
/// The constructs of the model. A generator can do without any of them (<c>ETHICS_CONSTRUCTS</c>), and the effect of each can be switched off in the interpreter.
/// </summary>
internal enum Construct
{
    /// <summary>Variables that are declared with a value.</summary>
    Locals,

    /// <summary>Variables that are given another value.</summary>
    Assignments,

    /// <summary>Fields of objects, without label.</summary>
    Fields,

    /// <summary>Properties of objects, without label.</summary>
    Properties,

    /// <summary>Values given to members where the object is created.</summary>
    Initializers,

    /// <summary>Second names of one object.</summary>
    Aliases,

    /// <summary>Values handed to parameters.</summary>
    Arguments,

    /// <summary>Values handed back.</summary>
    Returns,

    /// <summary>Calls through an interface with several implementations.</summary>
    Interfaces,

    Lists,

    Dictionaries,

    ForEach,

    /// <summary>Functions written where they are used or passed.</summary>
    Lambdas,

    /// <summary>Variables of the surroundings inside a lambda.</summary>
    Captures,

    /// <summary>Functions that lie in members and are called later.</summary>
    StoredDelegates,

    /// <summary>Functions that are handed to a parameter.</summary>
    PassedDelegates,

    /// <summary>Asynchronous methods and what is awaited.</summary>
    Async,

    Loops,

    Branches,

    /// <summary>Conditional expressions.</summary>
    Choices,

    /// <summary>Branches that a constant decides.</summary>
    DeadBranches,

    /// <summary>Branches that a labelled value decides.</summary>
    DataBranches,

    Tuples,

    Deconstruction,

    StaticState,

    /// <summary>Concatenation, interpolation, upper case.</summary>
    Texts,

    /// <summary>Lengths and comparisons.</summary>
    Measures,

    /// <summary>Code that works for several purposes, all of which must be permitted.</summary>
    SeveralPurposes,

    Scopes,

    Anonymizers,

    /// <summary>Labelled members that are written: what comes out carries the member's own label.</summary>
    Borders,

    /// <summary>Code that declares nothing and works for its callers' purposes.</summary>
    Helpers,

    /// <summary>Arrays, with places that are constant or counted.</summary>
    Arrays,

    /// <summary>Parameters and variables that are another name of a variable, a field or an element: <c>ref</c> and <c>out</c>.</summary>
    References,

    /// <summary>Property patterns and switch expressions.</summary>
    Patterns,

    /// <summary>Positional records: what they are made of, copies with changes, deconstruction.</summary>
    Records,

    /// <summary>Methods that call themselves, or each other.</summary>
    Recursion,

    /// <summary>Exceptions that carry a text to a handler.</summary>
    Exceptions,

    /// <summary>Texts that are collected bit by bit.</summary>
    Builders,

    /// <summary>Composite formats and spans.</summary>
    Formats,

    /// <summary>Arguments that are named, left out, or gathered in an array.</summary>
    ArgumentForms,

    Extensions,

    /// <summary>Operators and conversions of classes.</summary>
    Operators,

    /// <summary>Loops that are made of <c>while</c> or of <c>goto</c>.</summary>
    Jumps,

    LocalFunctions,

    /// <summary>Patterns that take both halves of a pair or a record.</summary>
    PositionalPatterns,

    /// <summary>Objects of types without name.</summary>
    AnonymousTypes,

    /// <summary>Handlers that take an exception under a condition only.</summary>
    Filters,

    /// <summary>What is done however a block ends.</summary>
    Finally,

    /// <summary>Methods that run bit by bit, as long as somebody asks for more.</summary>
    Iterators,

    /// <summary>Methods whose result is another name of a place.</summary>
    ReferenceReturns,
}
