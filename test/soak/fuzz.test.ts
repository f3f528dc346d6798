import {fuzzLake} from '../support/fuzzLake.ts'

fuzzLake(3_000)
