using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>Programs whose misuse is known by reading them: one person with an address for support, one box, and code written by the test.</summary>
internal static class HandMade
{
    public static readonly ModelType Person = new ClassType("Person");
    public static readonly ModelType Box = new ClassType("Box");

    public static Expression Mail(string person = "p") => new Load(new Local(person, Person), "Person", "Mail", ModelType.Text);

    public static Expression Held(string box = "b") => new Load(new Local(box, Box), "Box", "Held", ModelType.Text);

    public static Store Put(Expression value, string box = "b") => new(new Local(box, Box), "Box", "Held", value);

    /// <summary>A class with one static method. No purpose is an empty text.</summary>
    public static ClassModel Code(string name, string purpose, ImmutableArray<Parameter> parameters, params ImmutableArray<Statement> body) => new(
        name, null, purpose.Length == 0 ? [] : [purpose], [],
        [new("In" + name, parameters, body is [.., Return { Value: not null }] ? ModelType.Text : ModelType.Nothing, [], false, false, true, body)]);

    public static Call Calls(ClassModel code, params ImmutableArray<Expression> arguments) => new(null, code.Name, code.Methods[0].Name, arguments, code.Methods[0].Returns);

    /// <summary>The program whose entry makes a person <c>p</c> and a box <c>b</c> and then does what is given.</summary>
    public static ProgramModel Program(ImmutableArray<ClassModel> code, params ImmutableArray<Statement> entry) => new([],
    [
        new("Person", null, [], [new("Mail", ModelType.Text, true, false, ["support"]), new("Copy", ModelType.Text, true, false, ["support", "marketing"])], []),
        new("Box", null, [], [new("Held", ModelType.Text, false, false, [])], []),
        .. code,
        new("Case", null, [], [], [new(ProgramModel.Entry, [], ModelType.Nothing, [], false, false, true, [new Declare("p", new Create("Person", [])), new Declare("b", new Create("Box", [])), .. entry])]),
    ]);

    /// <summary>The program as it runs, which has to be as the interpreter says: with instruments and as it is printed.</summary>
    public static Specimen Executed(ProgramModel program)
    {
        Assert.Null(WellTyped.Complaint(program));
        var specimen = Shrinking.Interesting.Executed([Specimen.Of(program)])[0];
        Assert.Null(Mutation.FirstRun(specimen, null));
        Assert.Null(Shrinking.Interesting.AsPrinted([specimen])[0]);
        return specimen;
    }

    public static Parameter P => new("p", Person);

    public static Parameter B => new("b", Box);

    public static Parameter T => new("t", ModelType.Text);
}
