using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What the oracle calls misuse, construct by construct, with the nearest thing that is none. Each is executed, too, so that it means what C# means by it.</summary>
public sealed partial class ShapeWitnessTests
{
    private static readonly ModelType Text = ModelType.Text;

    private static readonly ClassModel Card = new("Card", null, [], [new("One", Text, true, false, []), new("Other", Text, true, false, [])], []) { IsRecord = true };

    private static readonly ClassModel Letters = Code("Letters", "marketing", [T], new Use(1, new Local("t", Text)));

    // Uses what it is asked about.
    private static readonly ClassModel Asker = Code("Asker", "marketing", [T], new Use(2, new Local("t", Text)), new Return(new Literal("x")));

    public static TheoryData<string, int> Shapes() => new()
    {
        { "element", 1 }, { "other element", 0 }, { "element at a counted place", 1 }, { "element at another counted place", 0 },
        { "reference to a variable", 1 }, { "reference to another variable", 0 }, { "reference to a field", 1 }, { "reference to an element", 1 }, { "reference to another element", 0 },
        { "pattern", 1 }, { "pattern of another member", 0 }, { "switch expression", 1 }, { "switch expression that drops it", 0 }, { "switch over a bit", 1 },
        { "record", 1 }, { "other half of a record", 0 }, { "copy with it", 1 }, { "copy without it", 0 }, { "original of a copy with it", 0 }, { "record taken apart", 1 }, { "other part of a record taken apart", 0 },
        { "exception", 1 }, { "exception with another text", 0 }, { "exception before it", 0 },
        { "builder", 1 }, { "other builder", 0 }, { "format", 1 }, { "span", 1 }, { "compound assignment", 1 },
        { "local function", 1 }, { "local function of another variable", 0 }, { "round before", 1 }, { "round before, with one round", 0 }, { "jump", 1 },
        { "variable that a function writes", 1 }, { "variable before a function writes it", 0 }, { "variable that a function would write", 0 }, { "variable that a function writes, in another", 1 }, { "variable that a local function writes", 1 },
        { "function that is handed it", 1 }, { "function that is handed another", 0 }, { "function that puts what it is handed", 1 }, { "local function that puts what it is handed", 1 },
        { "half that a pattern takes", 1 }, { "other half that a pattern takes", 0 }, { "half of a record that a pattern takes", 1 }, { "other half of a record that a pattern takes", 0 },
        { "half that an arm takes", 1 }, { "other half that an arm takes", 0 }, { "half of a record that an arm takes", 1 }, { "arm that drops it", 0 },
        { "object without name", 1 }, { "other member of an object without name", 0 }, { "copy of an object without name", 1 }, { "copy of an object without name, without it", 0 }, { "original of a copy of an object without name", 0 },
        { "filter that is given it", 1 }, { "filter that is given another", 0 }, { "exception past a filter", 1 }, { "other exception past a filter", 0 }, { "exception that a filter takes", 1 }, { "filter before the end", 0 },
        { "end", 1 }, { "end without it", 0 }, { "after the end", 0 }, { "after an end that puts it", 1 }, { "end on the way of an exception", 1 }, { "handler after an end that replaces it", 0 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void ValueThatComesThere_IsAMisuse_AndAnotherIsNone(string shape, int misuses)
    {
        var giver = Code("Desk", "support", [P], Body(shape));

        Assert.Equal(misuses, Witnesses([Card, Letters, Asker, giver], new Evaluate(Calls(giver, new Local("p", Person)))).Count);
    }

    [Theory]
    [InlineData("Out", true, 1)]
    [InlineData("Out", false, 0)]
    [InlineData("Reference", true, 1)]
    [InlineData("Reference", false, 0)]
    public void WhatACallLeavesInAVariable_IsThere_AndWhatWasThereBeforeIsNot(string passing, bool isLeft, int misuses)
    {
        var by = Enum.Parse<Passing>(passing);
        Parameter given = new("g", Text), left = new("r", Text) { By = by };
        var leaving = Code("Leaving", "support", [given, left], new Assign("r", isLeft ? new Local("g", Text) : new Literal("x")));
        var giver = Code("Desk", "support", [P],
            new Declare("v", isLeft ? new Literal("y") : Mail()), new Evaluate(Calls(leaving, Mail(), new ByReference("v", by))), Send(new Local("v", Text)));

        Assert.Equal(misuses, Witnesses([Letters, leaving, giver], new Evaluate(Calls(giver, new Local("p", Person)))).Count);
    }

    [Fact]
    public void MethodThatDoesNotWriteItsOut_LeavesWhatItIsGivenFirst()
    {
        var leaving = Code("Leaving", "support", [new Parameter("r", Text) { By = Passing.Out }], new Use(2, new Literal("x")));
        var giver = Code("Desk", "support", [P], new Declare("v", Mail()), new Evaluate(Calls(leaving, new ByReference("v", Passing.Out))), Send(new Local("v", Text)));

        Assert.Empty(Witnesses([Letters, leaving, giver], new Evaluate(Calls(giver, new Local("p", Person)))));
    }

    /// <summary>Depth by depth the text stays, or is another one.</summary>
    [Theory]
    [InlineData(true, 3, 1)]
    [InlineData(false, 3, 0)]
    [InlineData(false, 0, 1)]
    public void MethodThatCallsItself_HandsOnWhatItHandsOn(bool isHandedOn, int times, int misuses)
    {
        Local n = new("n", ModelType.Number), t = new("t", Text);
        var again = Code("Again", "support", [new("n", ModelType.Number), T]);
        var body = again.Methods[0] with { Returns = Text };
        again = again with { Methods = [body] };
        again = again with
        {
            Methods = [body with { Body = [new If(new Positive(n), [new Return(Calls(again, new Less(n with { }), isHandedOn ? t : new Literal("x")))], []), new Return(t with { })] }],
        };
        var giver = Code("Desk", "support", [P], Send(Calls(again, new Number(times), Mail())));

        Assert.Equal(misuses, Witnesses([Letters, again, giver], new Evaluate(Calls(giver, new Local("p", Person)))).Count);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void ExceptionOfAnotherMethod_BringsItsTextToTheHandler(bool isThrown, int misuses)
    {
        var thrower = Code("Thrower", "support", [T], new If(new Fixed(isThrown), [new Throw(new Local("t", Text))], []));
        var giver = Code("Desk", "support", [P], new Try([new Evaluate(Calls(thrower, Mail()))], "e", [Send(new Caught("e"))]));

        Assert.Equal(misuses, Witnesses([Letters, thrower, giver], new Evaluate(Calls(giver, new Local("p", Person)))).Count);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void WhatIsReturnedOutOfABlock_IsWhatWasThere_AndNotWhatItsEndPuts(bool isThere, int misuses)
    {
        Expression Given(bool isIt) => isIt ? new Local("t", Text) : new Literal("x");
        var ending = Code("Ending", "support", [T], new Declare("v", Given(isThere)), new Ensure([new If(new Bit(0), [new Return(new Local("v", Text))], [])], [new Assign("v", Given(!isThere))]), new Return(new Literal("z")));
        var giver = Code("Desk", "support", [P], Send(Calls(ending, Mail())));

        Assert.Equal(misuses, Witnesses([Letters, ending, giver], new Evaluate(Calls(giver, new Local("p", Person)))).Count);
    }

    /// <summary>It has not run before somebody asks, and runs no further than it is asked.</summary>
    [Theory]
    [InlineData("element", 1)]
    [InlineData("other element", 0)]
    [InlineData("gathered", 1)]
    [InlineData("what is there when it is asked", 1)]
    [InlineData("what was there when it was called", 0)]
    [InlineData("what came between two questions", 1)]
    [InlineData("what came after the last question", 0)]
    [InlineData("what it does when nobody asks", 0)]
    public void Iterator_YieldsWhatIsThereWhenItIsAsked(string shape, int misuses)
    {
        Local t = new("t", Text), all = new("all", ModelType.Sequence);
        Expression X() => new Literal("x");
        ClassModel Yielding(params ImmutableArray<Statement> body)
        {
            var code = Code("All", "support", [T, B], body);
            return code with { Methods = [code.Methods[0] with { Returns = ModelType.Sequence }] };
        }

        var yielding = shape switch
        {
            "other element" => Yielding(new Use(2, t), new Yield(X())),
            "what is there when it is asked" or "what was there when it was called" or "what came after the last question" => Yielding(new Yield(Held())),
            "what came between two questions" => Yielding(new Yield(Held()), new Yield(Held())),
            "what it does when nobody asks" => Yielding(Put(t), new Yield(X())),
            _ => Yielding(new Yield(t)),
        };
        Declare Kept() => new("all", Calls(yielding, Mail(), new Local("b", Box)));
        ForEach Asked() => new("e", all with { }, [Send(new Local("e", Text))]);
        ImmutableArray<Statement> body = shape switch
        {
            "gathered" => [new Declare("l", new Gathered(Calls(yielding, Mail(), new Local("b", Box)))), Send(new ElementAt(new Local("l", new ListType(Text)), true))],
            "what is there when it is asked" => [Kept(), Put(Mail()), Asked()],
            "what was there when it was called" => [Put(Mail()), Kept(), Put(X()), Asked()],
            "what came between two questions" or "what came after the last question" => [Kept(), new ForEach("e", all with { }, [Send(new Local("e", Text)), Put(Mail())])],
            "what it does when nobody asks" => [Kept(), Send(Held())],
            _ => [Kept(), Asked()],
        };
        var giver = Code("Desk", "support", [P, B], body);

        Assert.Equal(misuses, Witnesses([Letters, yielding, giver], new Evaluate(Calls(giver, new Local("p", Person), new Local("b", Box)))).Count);
    }

    /// <summary>What one asks for for the wrong purpose, declares nothing and reads.</summary>
    [Theory]
    [InlineData("marketing", 1)]
    [InlineData("support", 0)]
    public void IteratorThatDeclaresNothing_WorksForWhoeverAsks(string purpose, int misuses)
    {
        var yielding = Code("All", "", [P], new Yield(Mail()));
        yielding = yielding with { Methods = [yielding.Methods[0] with { Returns = ModelType.Sequence }] };
        var asking = Code("Asking", purpose, [P], new ForEach("e", Calls(yielding, new Local("p", Person)), [new Use(2, new Literal("x"))]));

        Assert.Equal(misuses, Witnesses([yielding, asking], new Evaluate(Calls(asking, new Local("p", Person)))).Count(static found => found.Kind == WitnessKind.Helper));
    }

    [Theory]
    [InlineData("put there", 1)]
    [InlineData("put elsewhere", 0)]
    [InlineData("referred to", 1)]
    [InlineData("read there", 1)]
    [InlineData("read elsewhere", 0)]
    public void ResultByReference_IsThePlace(string shape, int misuses)
    {
        var other = new Local("o", Box);
        var lending = Code("Lending", "support", [B], new Return(Held()));
        lending = lending with { Methods = [lending.Methods[0] with { ReturnsReference = true }] };
        Call There(Local? box = null) => Calls(lending, box ?? new Local("b", Box));
        ImmutableArray<Statement> body = shape switch
        {
            "put there" => [new PutThere(There(), Mail()), Send(Held())],
            "put elsewhere" => [new PutThere(There(other), Mail()), Send(Held())],
            "referred to" => [new Refer("r", There()), new Assign("r", Mail()), Send(Held())],
            "read there" => [Put(Mail()), Send(There())],
            _ => [Put(Mail()), Send(There(other))],
        };
        var giver = Code("Desk", "support", [P, B], [new Declare("o", new Create("Box", [])), .. body]);

        Assert.Equal(misuses, Witnesses([Letters, lending, giver], new Evaluate(Calls(giver, new Local("p", Person), new Local("b", Box)))).Count);
    }

    [Theory]
    [InlineData("named", 1)]
    [InlineData("named, the other", 0)]
    [InlineData("left out", 0)]
    [InlineData("not left out", 1)]
    [InlineData("gathered", 1)]
    [InlineData("gathered, the other", 0)]
    public void Argument_IsThatOfItsParameter(string form, int misuses)
    {
        Parameter first = new("f", Text), last = form.StartsWith("gathered", StringComparison.Ordinal) ? new("l", ModelType.Texts) { IsParams = true } : new("l", Text) { IsOptional = !form.StartsWith("named", StringComparison.Ordinal) };
        Expression returned = form.StartsWith("gathered", StringComparison.Ordinal) ? new Element(new Local("l", ModelType.Texts), new Number(1)) : new Local("l", Text);
        var service = Code("Service", "support", [first, last], new Return(returned));
        Expression Given(bool isIt) => isIt ? Mail() : new Literal("x");
        var call = form switch
        {
            "named" or "named, the other" => Calls(service, Given(form != "named"), Given(form == "named")) with { IsNamed = true },
            "left out" => Calls(service, Mail()),
            "not left out" => Calls(service, new Literal("x"), Mail()),
            _ => Calls(service, new Literal("x"), new MakeArray([Given(form != "gathered"), Given(form == "gathered")])),
        };
        var giver = Code("Desk", "support", [P], Send(call));

        Assert.Equal(misuses, Witnesses([Letters, service, giver], new Evaluate(Calls(giver, new Local("p", Person)))).Count);
    }

    /// <summary>Arguments that are named are evaluated as they are written, which the reads show.</summary>
    [Fact]
    public void NamedArguments_AreReadAsTheyAreWritten()
    {
        var service = Code("Service", "support", [new("f", Text), new("l", Text)], new Use(2, new Literal("x")));
        var giver = Code("Desk", "support", [P], new Evaluate(Calls(service, Mail(), Copy()) with { IsNamed = true }));
        var specimen = Executed(Program([service, giver], new Evaluate(Calls(giver, new Local("p", Person)))));

        Assert.Equal(["Person.Copy", "Person.Mail"], specimen.Said[0].Observations.Where(static seen => seen.Kind == "read").Select(static seen => seen.What));
    }

    [Theory]
    [InlineData("Extension", true, 1)]
    [InlineData("Extension", false, 0)]
    [InlineData("Operator", true, 1)]
    [InlineData("Operator", false, 0)]
    [InlineData("ToText", true, 1)]
    [InlineData("ToText", false, 0)]
    [InlineData("FromText", true, 1)]
    [InlineData("FromText", false, 0)]
    public void MethodThatIsWrittenAnotherWay_ReturnsWhatItReturns(string written, bool isReturned, int misuses)
    {
        var form = Enum.Parse<MethodForm>(written);
        var note = new ClassType("Note");
        Expression Held(string name) => new Load(new Local(name, note), "Note", "Kept", Text);
        Expression Result(Expression value) => isReturned ? value : new Literal("x");
        Expression Made(Expression value) => new Create("Note", [new("Kept", value)]);
        var (parameters, returns, body) = form switch
        {
            MethodForm.Extension => ((ImmutableArray<Parameter>)[T], Text, Result(new Local("t", Text))),
            MethodForm.Operator => ([new("a", note), T], Text, Result(new Local("t", Text))),
            MethodForm.ToText => ([new("a", note)], Text, Result(Held("a"))),
            _ => ([T], note, Made(Result(new Local("t", Text)))),
        };
        var owner = form == MethodForm.Extension ? "Extensions" : "Note";
        var method = new MethodModel("Op", parameters, returns, [], false, false, true, [new Return(body)]) { Form = form };
        var type = new ClassModel(owner, null, ["support"], form == MethodForm.Extension ? [] : [new("Kept", Text, false, false, [])], [method]);
        ImmutableArray<Expression> arguments = form switch
        {
            MethodForm.Operator => [Made(new Literal("y")), Mail()],
            MethodForm.ToText => [Made(Mail())],
            _ => [Mail()],
        };
        Expression call = new Call(null, owner, "Op", arguments, returns);
        var giver = Code("Desk", "support", [P], Send(form == MethodForm.FromText ? new Load(call, "Note", "Kept", Text) : call));

        Assert.Equal(misuses, Witnesses([Letters, type, giver], new Evaluate(Calls(giver, new Local("p", Person)))).Count);
    }

    /// <summary>Nobody handles it, so that nothing can be said of what comes after.</summary>
    [Fact]
    public void ProgramThatNobodyKeepsFromThrowing_IsThrownAway() => Assert.Throws<OutOfStepsException>(static () => Specimen.Of(Program([], new Throw(new Literal("x")))));

    [Fact]
    public void MethodThatNeverStopsCallingItself_IsThrownAway()
    {
        var again = Code("Again", "", [T]);
        again = again with { Methods = [again.Methods[0] with { Body = [new Evaluate(Calls(again, new Local("t", Text)))] }] };

        Assert.Throws<OutOfStepsException>(() => Specimen.Of(Program([again], new Evaluate(Calls(again, new Literal("x"))))));
    }

    private static Call Sent(Expression text) => Calls(Asker, text);

    private static Evaluate Send(Expression text) => new(Calls(Letters, text));

    private static Expression Copy() => new Load(new Local("p", Person), "Person", "Copy", Text);

    private static IReadOnlyList<Witness> Witnesses(ImmutableArray<ClassModel> code, params ImmutableArray<Statement> entry) =>
        [.. Executed(Program(code, entry)).Said.SelectMany(static said => said.Witnesses).DistinctBy(static w => (w.Kind, w.Source, w.Purpose, w.Line))];
}
