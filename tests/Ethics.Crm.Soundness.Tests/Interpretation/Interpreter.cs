using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Printing;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>Runs a program of the model and follows labels exactly. With the effect of one construct switched off it is a wrong oracle, which the measure must notice.</summary>
internal sealed partial class Interpreter
{
    public const int StepLimit = 3000;

    // A text that is doubled every few steps would fill the memory long before the steps are over.
    private const int LengthLimit = 100_000;

    // Deeper than any program goes that comes to an end by itself, and far from the end of the stack.
    private const int DepthLimit = 60;

    private readonly ProgramModel program;
    private readonly PrintedProgram printed;
    private readonly Inputs inputs;
    private readonly Construct? off;
    private readonly Interpretation result = new();
    private readonly Dictionary<string, Value> statics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemberModel> members;
    private readonly HashSet<string> records;
    private readonly HashSet<(string Class, string Method)> running = [];
    private ImmutableSortedSet<string> steered = TextValue.NoOrigins;
    private int depth;

    // What the result of the last call that returned a reference is another name of.
    private Cell? reference;

    private Interpreter(ProgramModel program, PrintedProgram printed, Inputs inputs, Construct? off)
    {
        (this.program, this.printed, this.inputs, this.off) = (program, printed, inputs, off);
        members = program.Classes.SelectMany(static type => type.Members.Select(member => (Key: type.Name + "." + member.Name, Member: member)))
            .ToDictionary(static m => m.Key, static m => m.Member, StringComparer.Ordinal);
        records = program.Classes.Where(static type => type.IsRecord).SelectMany(static type => type.Members.Select(member => type.Name + "." + member.Name)).ToHashSet(StringComparer.Ordinal);
    }

    /// <exception cref="OutOfStepsException">The program does too much.</exception>
    public static Interpretation Run(ProgramModel program, PrintedProgram printed, Inputs inputs, Construct? off = null)
    {
        var interpreter = new Interpreter(program, printed, inputs, off);
        foreach (var type in program.Classes)
        {
            foreach (var member in type.Members.Where(static member => member.IsStatic))
                interpreter.statics[type.Name + "." + member.Name] = interpreter.Default(type, member);
        }

        try
        {
            for (var call = 0; call < program.Calls; call++)
                interpreter.CallMethod(program.Classes[^1], program.EntryMethod, null, [], [], new Frame("", null, [], null, []) { Parameters = [] });
        }
        catch (ThrownException)
        {
            // Nobody handles it: it does not run to its end, as no program does that is to be judged.
            throw new OutOfStepsException();
        }

        return interpreter.result;
    }

    private bool Works(Construct? construct) => construct is null || off != construct;

    private void Step()
    {
        if (++result.Steps > StepLimit)
            throw new OutOfStepsException();
    }

    /// <param name="cells">For each argument that is handed over by reference the variable, else null.</param>
    private Value CallMethod(ClassModel type, MethodModel method, InstanceValue? self, ImmutableArray<Value> arguments, ImmutableArray<Cell?> cells, Frame caller)
    {
        var declared = Declared(!method.Purposes.IsEmpty ? method.Purposes : type.Purposes);
        var purposes = declared ?? (Works(Construct.Helpers) ? caller.Purposes : []);
        if (method.IsIterator)
        {
            ImmutableArray<Value> given = [.. arguments.Select(value => HandOver(value, caller.Line, purposes, method.Name, Construct.Arguments))];
            return new SequenceValue(code => Yielded(method, self, given, declared, code));
        }

        if (++depth > DepthLimit)
            throw new OutOfStepsException();
        var variables = ImmutableDictionary.CreateRange(StringComparer.Ordinal, method.Parameters.Select((parameter, i) =>
            KeyValuePair.Create(parameter.Name, Variable(parameter, arguments[i], cells[i], value => HandOver(value, caller.Line, purposes, method.Name, Construct.Arguments)))));
        var frame = new Frame(method.Name, self, variables, declared, purposes) { Parameters = method.Parameters, ReturnsReference = method.ReturnsReference };
        var isAgain = !running.Add((type.Name, method.Name));
        try
        {
            Run(method.Body, frame);
        }
        finally
        {
            depth--;
            if (!isAgain)
                running.Remove((type.Name, method.Name));
        }

        var returned = frame.Result ?? TextValue.Plain("");
        if (!Works(Construct.Returns) || isAgain && !Works(Construct.Recursion) || !Works(Form(method.Form)))
            returned = Without(returned);
        if (method.ReturnsReference)
            (returned, reference) = Works(Construct.ReferenceReturns) ? (returned, frame.Reference) : (Without(returned), new Cell(Without(returned)));
        if (method.Anonymizes && Works(Construct.Anonymizers))
            returned = ((TextValue)returned).Anonymized();
        return method.IsAsync ? new PromiseValue(returned) : returned;
    }

    private Cell Variable(Parameter parameter, Value argument, Cell? cell, Func<Value, Value> handOver)
    {
        if (parameter.By == Passing.Value || cell is null || !Works(Construct.References))
            return new(parameter.By == Passing.Out ? TextValue.Plain(Initials.Text(parameter.Name)) : handOver(argument));
        cell.Value = parameter.By == Passing.Out ? TextValue.Plain(Initials.Text(parameter.Name)) : handOver(cell.Value);
        return cell;
    }

    /// <summary>The construct that a method is by the way in which it is written; one that nobody switches off by it where it is none.</summary>
    private static Construct? Form(MethodForm form) => form switch
    {
        MethodForm.Plain => null,
        MethodForm.Extension => Construct.Extensions,
        _ => Construct.Operators,
    };

    private Value CallFunction(FunctionValue function, Value? argument, Frame caller)
    {
        if (function.Lambda is not { } lambda)
            return TextValue.Plain(function.Constant);
        var created = function.Frame ?? throw new InvalidOperationException("A lambda without surroundings.");
        var purposes = function.Declared ?? (Works(Construct.Helpers) ? caller.Purposes : []);
        var name = $"lambda at {printed.Lines[lambda]}";
        var variables = created.Variables;
        if (lambda.Parameter is not null && argument is not null)
            variables = variables.SetItem(lambda.Parameter, new Cell(HandOver(argument, caller.Line, purposes, name, Construct.Lambdas)));
        var frame = new Frame(name, created.Self, variables, function.Declared, purposes) { Parameters = created.Parameters };
        Run(lambda.Body, frame);
        var returned = frame.Result ?? TextValue.Plain("");
        return Works(Construct.Lambdas) ? returned : Without(returned);
    }

    private ImmutableArray<string>? Declared(ImmutableArray<string> purposes) =>
        purposes.IsEmpty ? null : Works(Construct.SeveralPurposes) ? purposes : [purposes[0]];

    /// <summary>What a member holds before anything is stored in it.</summary>
    private Value Default(ClassModel type, MemberModel member) => member.Type switch
    {
        TextType when member.IsLabelled => new TextValue(inputs.Text(type.Name + "." + member.Name), TextValue.NoLabels, TextValue.NoOrigins.Add(type.Name + "." + member.Name), TextValue.NoOrigins),
        TextType => TextValue.Plain(Initials.Text(member.Name)),
        ClassType instance => Instantiate(instance.Name),
        InterfaceType implemented => Instantiate(program.Classes.First(c => c.Implements == implemented.Name).Name),
        ArrayType => new ArrayValue([TextValue.Plain(Initials.Text(member.Name)), TextValue.Plain(Initials.Text(member.Name))]),
        BuilderType => new BuilderValue(TextValue.Plain(Initials.Text(member.Name))),
        ListType => new ListValue([TextValue.Plain(Initials.Text(member.Name))]),
        TableType => new TableValue(TableType.Keys.ToDictionary(static key => key, Value (_) => TextValue.Plain(Initials.Text(member.Name)), StringComparer.Ordinal)),
        PairType => new PairValue(TextValue.Plain(Initials.Text(member.Name)), TextValue.Plain(Initials.Text(member.Name))),
        FunctionType => new FunctionValue(null, Initials.Text(member.Name), null, null),
        _ => throw new InvalidOperationException(member.Type.ToString()),
    };

    private InstanceValue Instantiate(string name)
    {
        var type = program.Class(name);
        return new(name, type.Members.Where(static member => !member.IsStatic).ToDictionary(static member => member.Name, member => Default(type, member), StringComparer.Ordinal));
    }
}
