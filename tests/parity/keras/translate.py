"""Python as one would write it in a TypeScript cell: keyword arguments as one last object."""

import ast
import json
import re

AWAITED = {"fit", "save", "save_weights", "load_weights", "load_model"}


def camel(name):
    return re.sub(r"(?<=[a-z0-9])_(\w)", lambda found: found.group(1).upper(), name)


def key(name):
    return camel(name)


def expression(node):
    match node:
        case ast.Constant(value=True):
            return "true"
        case ast.Constant(value=False):
            return "false"
        case ast.Constant(value=None):
            return "null"
        case ast.Constant(value=value):
            return json.dumps(value)
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=of, attr=attribute):
            return f"{expression(of)}.{camel(attribute)}"
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return f"[{', '.join(map(expression, parts))}]"
        case ast.Dict(keys=keys, values=values):
            pairs = [f"{expression(k)}: {expression(v)}" for k, v in zip(keys, values)]
            return f"{{ {', '.join(pairs)} }}"
        case ast.Subscript(value=of, slice=index):
            return f"{expression(of)}[{expression(index)}]"
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"-{expression(operand)}"
        case ast.BinOp(left=left, op=op, right=right):
            sign = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}[type(op)]
            return f"({expression(left)} {sign} {expression(right)})"
        case ast.IfExp(test=test, body=body, orelse=other):
            return f"({expression(test)} ? {expression(body)} : {expression(other)})"
        case ast.Compare(left=left, ops=[ast.Lt()], comparators=[right]):
            return f"({expression(left)} < {expression(right)})"
        case ast.Lambda(args=arguments, body=body):
            return f"({', '.join(each.arg for each in arguments.args)}) => {expression(body)}"
        case ast.ListComp(elt=element, generators=[ast.comprehension(target=target, iter=of)]):
            return f"{expression(of)}.map({expression(target)} => {expression(element)})"
        case ast.Call(func=ast.Name(id="float" | "range" as name), args=[value]):
            return expression(value) if name == "float" else f"[...Array({expression(value)}).keys()]"
        case ast.Call(func=function, args=args, keywords=keywords):
            given = [expression(arg) for arg in args]
            if keywords:
                options = [f"{key(each.arg)}: {expression(each.value)}" for each in keywords]
                given.append(f"{{ {', '.join(options)} }}")
            name = function.attr if isinstance(function, ast.Attribute) else ""
            waits = "await " if name in AWAITED else ""
            call = f"{waits}{expression(function)}({', '.join(given)})"
            return f"({call})" if waits else call
    raise ValueError(ast.dump(node))


def statement(node):
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return f"const {name} = {expression(value)};"
        case ast.Assign(targets=[ast.Attribute() as target], value=value):
            return f"{expression(target)} = {expression(value)};"
        case ast.Expr(value=value):
            return f"{expression(value)};"
    raise ValueError(ast.dump(node))


def typescript(program):
    *before, last = ast.parse(program).body
    return "\n".join([*map(statement, before), f"return {expression(last.value)};"])
